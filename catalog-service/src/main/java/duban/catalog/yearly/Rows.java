package duban.catalog.yearly;

import duban.catalog.deadline.SeenDeadlines.Dated;
import duban.catalog.measure.Source;
import duban.catalog.obligation.History;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Succession;
import duban.catalog.rule.OneOff;
import duban.catalog.rule.Words;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.yearly.YearlyList.Due;
import duban.catalog.yearly.YearlyList.Item;
import duban.catalog.yearly.YearlyList.Mark;
import duban.catalog.yearly.YearlyList.OfUnit;
import duban.catalog.yearly.YearlyList.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the rows of each unit. */
final class Rows {
  private static final Words COUNTED_BY_HALF_YEARS = Words.of(",每半年计一次数", ", counted twice a year");

  private final Year year;
  private final Laying laying;
  private final Succession succession;
  private final Map<String, UnitRef> units = new HashMap<>();
  private final Map<String, List<Item>> rows = new TreeMap<>();
  private final List<Item> ofNobody = new ArrayList<>();

  Rows(Year year, Laying laying, Succession succession) {
    this.year = year;
    this.laying = laying;
    this.succession = succession;
  }

  /**
   * @param due what is due by it in the year
   * @param unanswered the ids of units of which nobody has said whether it applies to them
   */
  void add(Obligation one, @Nullable Source source, List<Dated> due, Set<String> unanswered) {
    Map<UnitRef, Boolean> owing = laying.responsible(one, year.owedFrom(one), due);
    Map<UnitRef, Set<String>> beside = new LinkedHashMap<>();
    owing.forEach(
        (unit, membersUnknown) -> {
          List<Dated> own = due.stream().filter(it -> it.unit().id().equals(unit.id())).toList();
          boolean open = unanswered.contains(unit.id());
          if (one.who().appliesWhen() != null && !open && own.isEmpty()) {
            return; // Somebody said that it does not apply.
          }
          Set<Mark> marks = marks(one, own);
          mark(marks, membersUnknown, Mark.MEMBERS_UNKNOWN);
          mark(marks, open, Mark.UNANSWERED);
          List<UnitRef> together = laying.together(one);
          List<UnitRef> co = laying.coHandlers(one, unit);
          var all = Stream.concat(Stream.of(unit), together.stream()).toList();
          add(unit, item(one, source, Role.RESPONSIBLE, all, co, dates(own, true), marks));
          Stream.concat(co.stream(), together.stream())
              .filter(it -> !owing.containsKey(it))
              .forEach(it -> beside.computeIfAbsent(it, key -> new HashSet<>()).add(unit.id()));
        });
    beside.forEach((unit, with) -> add(unit, beside(one, source, due, with)));
    if (one.who().responsible().isEmpty()) {
      Set<Mark> marks = marks(one, List.of());
      marks.add(Mark.NO_UNIT);
      ofNobody.add(item(one, source, Role.RESPONSIBLE, List.of(), List.of(), List.of(), marks));
    }
  }

  /**
   * @param with the ids of those who owe it
   */
  private Item beside(Obligation one, @Nullable Source source, List<Dated> due, Set<String> with) {
    List<Dated> theirs = due.stream().filter(it -> with.contains(it.unit().id())).toList();
    return item(
        one,
        source,
        Role.CO_HANDLER,
        laying.asNamed(one),
        laying.coHandlers(one),
        dates(theirs, false),
        marks(one, theirs));
  }

  private void add(UnitRef unit, Item item) {
    units.put(unit.code(), unit);
    rows.computeIfAbsent(unit.code(), it -> new ArrayList<>()).add(item);
  }

  private static Item item(
      Obligation one,
      @Nullable Source source,
      Role role,
      List<UnitRef> responsible,
      List<UnitRef> coHandlers,
      List<Due> dates,
      Set<Mark> marks) {
    return new Item(
        0,
        one.id(),
        one.measureId(),
        source,
        one.quote(),
        one.title(),
        one.strength(),
        role,
        responsible,
        coHandlers,
        dates,
        marks.contains(Mark.COUNTED_ONLY)
            ? one.rule().inWords().and(COUNTED_BY_HALF_YEARS)
            : one.rule().inWords(),
        marks);
  }

  private Set<Mark> marks(Obligation one, List<Dated> due) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    mark(marks, !one.strength().makesDeadlines(), Mark.LISTED_ONLY);
    mark(marks, succession.isPaused(one.id()), Mark.PAUSED);
    mark(marks, one.history() == History.TO_DECIDE, Mark.TO_DECIDE);
    mark(marks, one.rule() instanceof OneOff once && once.due() == null, Mark.NO_DATE);
    mark(marks, due.stream().anyMatch(Dated::tally), Mark.COUNTED_ONLY);
    mark(marks, due.stream().anyMatch(Dated::provisional), Mark.PROVISIONAL);
    return marks;
  }

  private static void mark(Set<Mark> marks, boolean applies, Mark mark) {
    if (applies) {
      marks.add(mark);
    }
  }

  private static List<Due> dates(List<Dated> due, boolean own) {
    return due.stream()
        .map(
            it ->
                new Due(
                    own ? it.id().toString() : null,
                    it.period(),
                    it.checkpoint(),
                    it.opensOn(),
                    it.dueOn(),
                    it.provisional(),
                    it.tally() ? true : null))
        .distinct()
        .sorted(Comparator.comparing(Due::dueOn).thenComparing(Due::period))
        .toList();
  }

  /**
   * @param meant the ids of units to which it is kept; empty: to none
   */
  YearlyList list(Set<String> meant, LocalDate today) {
    List<OfUnit> lists = new ArrayList<>();
    rows.forEach(
        (code, items) -> {
          UnitRef unit = units.get(code);
          if (unit != null && (meant.isEmpty() || meant.contains(unit.id()))) {
            lists.add(new OfUnit(unit, numbered(items)));
          }
        });
    if (meant.isEmpty() && !ofNobody.isEmpty()) {
      lists.add(new OfUnit(null, numbered(ofNobody)));
    }
    return new YearlyList(year.number(), today, lists);
  }

  /** In the order of the documents. */
  private static List<Item> numbered(List<Item> items) {
    List<Item> sorted =
        items.stream()
            .sorted(
                Comparator.comparing((Item it) -> it.basis() == null ? "" : it.basis().documentId())
                    .thenComparing(it -> it.basis() == null ? 0 : it.basis().line())
                    .thenComparing(Item::obligationId))
            .toList();
    return IntStream.range(0, sorted.size()).mapToObj(i -> sorted.get(i).numbered(i + 1)).toList();
  }
}
