package duban.catalog.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.term.Level;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A state that must last. It is never completed; whether it holds is checked on one sheet a unit
 * (核对), each year or once a term.
 *
 * @param review absent: YEAR
 * @param reviewDue absent: 15 November
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = "kind",
    properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "STANDING"))
public record Standing(
    @Size(max = 20) List<@NotNull @Valid Condition> conditions,
    @Nullable Review review,
    @Nullable Level termOf,
    @Schema(
            implementation = String.class,
            type = SchemaType.STRING,
            pattern = DayInPeriod.FORM,
            maxLength = 20,
            examples = "--11-15")
        @Nullable DayInPeriod reviewDue,
    Roll roll)
    implements Rule {
  private static final DayInPeriod FIFTEENTH_OF_NOVEMBER = DayInPeriod.parse("--11-15");
  private static final MonthDay SHEETS_GO_OUT = MonthDay.of(10, 20);

  /** How often it is checked. */
  public enum Review {
    YEAR,
    TERM
  }

  public Standing {
    conditions = Objects.requireNonNullElse(conditions, List.of());
    roll = Objects.requireNonNullElse(roll, Roll.PREVIOUS);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.STANDING;
  }

  @Override
  public @Nullable String noun() {
    return null;
  }

  @Override
  public @Nullable Period lead() {
    return null;
  }

  private Recurrence recurrence() {
    var kind = review == Review.TERM ? PeriodKind.TERM : PeriodKind.YEAR;
    return new Recurrence(kind, null, List.of(), termOf);
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    return recurrence().periods(setting).stream()
        .map(
            period -> {
              LocalDate printed = printed(period);
              Span span = Span.of(opens(period, printed), printed, roll, setting);
              var asked = Counting.dated(conditions, termOf, period, setting);
              return PlainWindow.completed(period, span, Count.of(null, asked), "VERIFIED");
            })
        .toList();
  }

  /** In the last year of the period that has the day. */
  private LocalDate printed(DutyPeriod period) {
    DayInPeriod day = Objects.requireNonNullElse(reviewDue, FIFTEENTH_OF_NOVEMBER);
    int first = period.first().getYear();
    int last = period.last().getYear();
    return IntStream.rangeClosed(first, last)
        .map(year -> last - (year - first))
        .mapToObj(year -> day.unbounded(PeriodKind.YEAR.of(year).get(0)))
        .filter(period::has)
        .findFirst()
        .orElse(period.last());
  }

  private static LocalDate opens(DutyPeriod period, LocalDate due) {
    LocalDate october = SHEETS_GO_OUT.atYear(due.getYear());
    return period.nearest(due.isBefore(october) ? october.withDayOfYear(1) : october);
  }

  @Override
  public Optional<String> complaint() {
    if (reviewDue != null && !reviewDue.fits(PeriodKind.YEAR)) {
      return Optional.of("rule.reviewDue is " + reviewDue + ", but must be a day such as --11-15");
    }
    if (review == Review.TERM && termOf == null) {
      return Optional.of("rule.termOf is missing, but rule.review is TERM: say whose term it is");
    }
    return Condition.complaint(conditions, termOf);
  }

  @Override
  public Words inWords() {
    DayInPeriod day = Objects.requireNonNullElse(reviewDue, FIFTEENTH_OF_NOVEMBER);
    Words until = day.inWords();
    return recurrence()
        .inWords()
        .and(Words.of("核对一次," + until.chinese() + "前", " checked once, by " + until.english()));
  }
}
