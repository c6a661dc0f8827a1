package duban.catalog.deadline;

import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Responsibility;
import duban.catalog.obligation.Succession;
import duban.catalog.obligation.Who;
import duban.catalog.occasion.Occasion;
import duban.catalog.rule.EachTime;
import duban.catalog.rule.PlainWindow;
import duban.catalog.rule.Setting;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Unit;
import duban.chassis.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes deadlines from rules: the same rules, units, terms, occasions and calendar always make the
 * same deadlines.
 */
final class Schedule {
  private final Basis basis;
  private final Succession succession;
  private final Map<String, List<Occasion>> occasions;
  private final Set<String> frequent;
  private final Places places;
  private final Draft draft;

  /**
   * @param all the obligations, of which some may replace others
   */
  Schedule(Basis basis, Collection<Obligation> all) {
    this.basis = basis;
    this.succession = new Succession(all);
    this.occasions = basis.occasionsByType();
    this.frequent = basis.frequent();
    this.places = new Places(basis.units(), basis.calendar());
    Map<UUID, Occasion> byId = basis.occasionsById();
    this.draft = new Draft(basis.units(), basis.calendar(), byId);
  }

  /**
   * All deadlines of the periods that bear one of the years in their names, and of the terms that
   * run in them; of what depends on an occasion or a date of its own everything that reaches into
   * the first of them or lies later.
   */
  Stream<Deadline> of(Collection<Obligation> obligations, int firstYear, int lastYear) {
    return of(Part.whole(List.copyOf(obligations)), firstYear, lastYear);
  }

  /** Of these only the part. */
  Stream<Deadline> of(Part part, int firstYear, int lastYear) {
    return part.rules().stream().flatMap(each -> of(each, part, firstYear, lastYear));
  }

  private Stream<Deadline> of(Obligation obligation, Part part, int firstYear, int lastYear) {
    return places.all().stream()
        .flatMap(
            place ->
                windows(obligation, place.calendar(), firstYear, lastYear).stream()
                    .filter(window -> window.reaches(LocalDate.of(firstYear, 1, 1)))
                    .filter(window -> succession.lasts(obligation.id(), window.owedFrom()))
                    .filter(window -> part.has(obligation, window))
                    .flatMap(window -> of(obligation, window, place, part)));
  }

  /** What a rule comes down to by that calendar, whoever owes it. */
  List<PlainWindow> windows(Obligation obligation, WorkingCalendar calendar, int first, int last) {
    return !obligation.makesDeadlines() || succession.isPaused(obligation.id())
        ? List.of()
        : obligation
            .rule()
            .unfold(
                new Setting(
                    first, last, obligation.force(), basis.terms(), occasions, frequent, calendar));
  }

  /** About how many deadlines of a rule there are in the years; too many rather than too few. */
  long about(Obligation obligation, Part part, int firstYear, int lastYear) {
    long windows =
        windows(obligation, basis.calendar(), firstYear, lastYear).stream()
            .filter(it -> part.has(obligation, it))
            .count();
    return windows
        * obligation.who().responsible().stream()
            .mapToLong(
                it -> basis.units().find(it).map(unit -> unit.members().size()).orElse(1) + 1)
            .sum();
  }

  /** Those who owe it, of all units of the duty. */
  Stream<Unit> owing(Obligation obligation, PlainWindow window) {
    Who who = obligation.who();
    return Responsibility.of(
            who, named(who.responsible(), Who.LEAD, window), basis.units(), window.owedFrom())
        .stream()
        .map(Responsibility::owedBy);
  }

  private Stream<Deadline> of(
      Obligation obligation, PlainWindow window, Places.Place place, Part part) {
    Who who = obligation.who();
    List<String> responsible = named(who.responsible(), Who.LEAD, window);
    List<UnitRef> together = Responsibility.together(who, responsible, basis.units());
    return Responsibility.of(who, responsible, basis.units(), window.owedFrom()).stream()
        .filter(it -> places.of(it.owedBy()).equals(place))
        .filter(it -> part.isWhole() || part.slice().has(Draft.id(obligation, it, window)))
        .filter(it -> who.appliesWhen() == null || basis.answers().yes(obligation, it.laidOn()))
        .filter(
            it ->
                isOwedAt(obligation, it.laidOn(), window.occasion())
                    || isOwedAt(obligation, it.owing(), window.occasion()))
        .map(
            it ->
                draft.deadline(
                    obligation,
                    it,
                    window,
                    Stream.concat(
                            together.stream(),
                            named(who.coHandlers(), Who.CO, window).stream()
                                .map(code -> basis.units().beside(it.owedBy(), code)))
                        .toList()));
  }

  /** The units, with those that the occasion names in the place of the word for them. */
  private static List<String> named(List<String> units, String word, PlainWindow window) {
    if (!units.contains(word)) {
      return units;
    }
    Occasion occasion = window.occasion();
    if (occasion == null) { // what is only counted has many, and none that names anybody
      return units.stream().filter(it -> !it.equals(word)).toList();
    }
    List<UnitRef> meant = word.equals(Who.LEAD) ? occasion.lead() : occasion.co();
    return units.stream()
        .flatMap(it -> it.equals(word) ? meant.stream().map(UnitRef::id) : Stream.of(it))
        .distinct()
        .toList();
  }

  private boolean isOwedAt(Obligation obligation, Unit unit, @Nullable Occasion occasion) {
    if (occasion == null
        || occasion.unit() == null
        || !(obligation.rule() instanceof EachTime rule && rule.ofSameUnit())) {
      return true;
    }
    Unit of = basis.units().get(occasion.unit().id());
    return of.id().equals(unit.id()) || (of.place() != null && of.place().equals(unit.place()));
  }
}
