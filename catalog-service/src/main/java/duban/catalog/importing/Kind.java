package duban.catalog.importing;

import duban.catalog.measure.Measure;
import duban.catalog.obligation.Obligation;
import duban.catalog.occasion.AttributeType;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionType;
import duban.catalog.term.Term;
import duban.catalog.unit.Unit;
import duban.chassis.calendar.CalendarYear;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A kind of thing that a catalogue brings.
 *
 * @param thing as whoever writes one is recorded, in the singular
 * @param title what people call one
 * @param aside fields of which the file says nothing
 */
record Kind<T>(String thing, Function<T, String> id, Function<T, String> title, Set<String> aside) {
  static final Kind<Unit> UNIT = new Kind<>("unit", Unit::id, Unit::name, Set.of("version"));
  static final Kind<Measure> MEASURE =
      new Kind<>("measure", Measure::id, Measure::text, Set.of("version", "openness"));
  static final Kind<Term> TERM =
      new Kind<>(
          "term",
          Term::id,
          it -> Objects.requireNonNullElse(it.name(), it.id()),
          Set.of("version"));
  static final Kind<CalendarYear> CALENDAR =
      new Kind<>("calendar", CalendarYear::id, CalendarYear::id, Set.of("version"));
  static final Kind<AttributeType> ATTRIBUTE =
      new Kind<>("attribute", AttributeType::name, AttributeType::label, Set.of("version"));
  static final Kind<OccasionType> OCCASION_TYPE =
      new Kind<>("occasion-type", OccasionType::id, OccasionType::name, Set.of("version"));
  static final Kind<Occasion> OCCASION =
      new Kind<>(
          "occasion",
          it -> it.id().toString(),
          it -> Objects.requireNonNullElse(it.name(), it.type()),
          Set.of("version"));
  static final Kind<Obligation> OBLIGATION =
      new Kind<>("obligation", Obligation::id, Obligation::title, Set.of());
}
