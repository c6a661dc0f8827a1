package duban.catalog.gap;

import duban.catalog.obligation.Who;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose matter a duty is. */
final class Owing {
  private Owing() {}

  /**
   * The ids of those who are responsible that day, themselves or as members of a group, or after
   * the end of one that was, and of who organises it.
   */
  static Set<String> of(Who who, Units units, LocalDate today) {
    Stream<Unit> named =
        who.responsible().stream()
            .flatMap(it -> units.find(it).stream())
            .flatMap(it -> Stream.concat(Stream.of(it), units.membersOn(it, today).stream()))
            .map(it -> units.standing(it, today).orElse(it));
    Stream<Unit> organiser =
        Stream.ofNullable(who.organiser()).flatMap(it -> units.find(it).stream());
    return Stream.concat(named, organiser).map(Unit::id).collect(Collectors.toSet());
  }
}
