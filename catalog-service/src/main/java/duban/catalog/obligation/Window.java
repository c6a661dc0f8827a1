package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.term.Level;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** So many times between two days of a period; nothing is owed before it opens. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Window(
    PeriodKind period,
    @Nullable Level termOf,
    int times,
    @Nullable String noun,
    @Nullable MonthDay opens,
    @Nullable MonthDay due,
    @Nullable Period lead,
    @Nullable Period reportWithin,
    List<Condition> conditions,
    Roll roll)
    implements Rule {

  public Window {
    conditions = Objects.requireNonNullElse(conditions, List.of());
    roll = Objects.requireNonNullElse(roll, Roll.PREVIOUS);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.WINDOW;
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    Span span = Span.of(opens, due, roll, setting);
    return List.of(
        PlainWindow.counted(
            span,
            times,
            Counting.dated(conditions, termOf, setting),
            List.of(),
            null,
            Counting.reportUntil(span.due(), reportWithin)));
  }

  @Override
  public Optional<String> complaint() {
    return Counting.complaint(period, times, opens, due, lead, conditions, termOf);
  }

  @Override
  public String inWords() {
    return times + " in each " + period + ", from " + opens + " to " + due;
  }
}
