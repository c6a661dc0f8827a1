package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.term.Level;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** So many times in a period: one deadline with a balance. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Quota(
    PeriodKind period,
    @Nullable Level termOf,
    int times,
    @Nullable String noun,
    @Nullable MonthDay opens,
    @Nullable MonthDay due,
    List<Pace> pace,
    @Nullable Period lead,
    @Nullable Period reportWithin,
    List<Condition> conditions,
    Roll roll)
    implements Rule {

  public Quota {
    pace = Objects.requireNonNullElse(pace, List.of());
    conditions = Objects.requireNonNullElse(conditions, List.of());
    roll = Objects.requireNonNullElse(roll, Roll.PREVIOUS);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.QUOTA;
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    Span span = Span.of(opens, due, roll, setting);
    LocalDate latestStart = Counting.latestStart(span.due(), lead, setting);
    return List.of(
        PlainWindow.counted(
            span,
            times,
            Counting.dated(conditions, termOf, setting),
            Counting.dated(pace, setting),
            latestStart,
            Counting.reportUntil(span.due(), reportWithin)));
  }

  @Override
  public Optional<String> complaint() {
    return Counting.complaint(period, times, opens, due, lead, conditions, termOf)
        .or(
            () ->
                pace.stream()
                    .filter(each -> each.count() < 1 || each.count() > times)
                    .findFirst()
                    .map(each -> "rule.pace asks for " + each.count() + " of " + times));
  }

  @Override
  public String inWords() {
    return times + " in each " + period + (due == null ? "" : ", by " + due);
  }
}
