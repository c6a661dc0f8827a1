package duban.catalog.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some deadlines on their way from how they stood to how they are made. */
final class Piece {
  private final DeadlineStore deadlines;
  private final Part part;
  private final LocalDate today;

  /** Still open of earlier years, and all that reach into this one. */
  private final List<Deadline> earlier;

  private final List<Deadline> running;
  private List<DeadlineStore.Written> made = List.of();
  private Map<UUID, Deadline> gone = Map.of();
  private List<Deadline> changed = List.of();
  private List<Deadline> withdrawn = List.of();

  private Piece(
      DeadlineStore deadlines,
      Part part,
      LocalDate today,
      List<Deadline> earlier,
      List<Deadline> running) {
    this.deadlines = deadlines;
    this.part = part;
    this.today = today;
    this.earlier = earlier;
    this.running = running;
  }

  static Piece read(DeadlineStore deadlines, Part part, LocalDate today) {
    LocalDate horizon = horizon(today);
    return new Piece(
        deadlines,
        part,
        today,
        deadlines.openBefore(part, horizon, today),
        deadlines.standing(part, horizon));
  }

  /** Touches no database: another piece may be written meanwhile. */
  Piece reckon(Schedule schedule) {
    // What stands stays also where its new date lies in a year that is over: it is late, not gone.
    Set<UUID> open = standing().map(Deadline::id).collect(Collectors.toSet());
    Map<UUID, Deadline> all =
        schedule
            .of(part, first(), today.getYear() + 1)
            .filter(it -> it.reaches(horizon(today)) || open.contains(it.id()))
            .filter(it -> part.isOwedBy(it.unit().id()) || open.contains(it.id()))
            .collect(Collectors.toMap(Deadline::id, Function.identity()));
    gone =
        running.stream()
            .filter(it -> !all.containsKey(it.id()) && it.status() != DeadlineStatus.WITHDRAWN)
            .collect(Collectors.toMap(Deadline::id, Function.identity()));
    // What stands already as it was made is not written: an edit costs what it touches.
    standing()
        .filter(it -> it.asMade().equals(all.get(it.id())))
        .forEach(it -> all.remove(it.id()));
    made = all.values().stream().map(DeadlineStore.Written::new).toList();
    return this;
  }

  void write() {
    changed = deadlines.make(made, today);
    withdrawn = deadlines.withdraw(gone, today);
  }

  /** Tells what was done; returns those that are withdrawn, whoever may see them. */
  List<Deadline> into(Difference difference, UnaryOperator<List<Deadline>> visible) {
    difference.add(before().toList(), visible.apply(changed), visible.apply(withdrawn));
    return withdrawn;
  }

  private Stream<Deadline> before() {
    return Stream.concat(running.stream(), earlier.stream());
  }

  private Stream<Deadline> standing() {
    return before().filter(it -> it.status() != DeadlineStatus.WITHDRAWN);
  }

  /** Last year's periods may reach into this one. */
  private int first() {
    return earlier.stream()
        .mapToInt(it -> it.periodFrom().getYear())
        .reduce(today.getYear() - 1, Math::min);
  }

  private static LocalDate horizon(LocalDate today) {
    return today.withDayOfYear(1);
  }
}
