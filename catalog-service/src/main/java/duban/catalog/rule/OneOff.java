package duban.catalog.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.term.Level;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * Once, by a date that staff set.
 *
 * @param due absent while nobody has set it: then there is no deadline
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    additionalProperties = Schema.False.class,
    requiredProperties = "kind",
    properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "ONE_OFF"))
public record OneOff(@Nullable LocalDate due, Roll roll) implements Rule {

  public OneOff {
    roll = Objects.requireNonNullElse(roll, Roll.PREVIOUS);
  }

  public OneOff by(LocalDate day) {
    return new OneOff(day, roll);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.ONE_OFF;
  }

  @Override
  public @Nullable String noun() {
    return null;
  }

  @Override
  public @Nullable Level termOf() {
    return null;
  }

  @Override
  public @Nullable Period lead() {
    return null;
  }

  @Override
  public List<PlainWindow> unfold(Setting setting) {
    if (due == null) {
      return List.of();
    }
    LocalDate from = setting.force().from();
    LocalDate opens = from == null || from.isAfter(due) ? due : from;
    Span span = Span.of(opens, due, roll, setting);
    var period = new DutyPeriod(Integer.toString(due.getYear()), span.opens(), due);
    return List.of(new PlainWindow(period, due, span, Count.NONE, null, null, null, null, false));
  }

  @Override
  public Optional<String> complaint() {
    return Optional.empty();
  }

  @Override
  public Words inWords() {
    return due == null
        ? Words.of("一次,日期未定", "once, on a day that is not set")
        : Words.of("一次," + due + "前", "once, by " + due);
  }
}
