package duban.catalog.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import duban.catalog.term.Level;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often, and by when. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Quota.class, name = "QUOTA"),
  @JsonSubTypes.Type(value = Window.class, name = "WINDOW"),
  @JsonSubTypes.Type(value = Checkpoints.class, name = "CHECKPOINTS"),
  @JsonSubTypes.Type(value = OneOff.class, name = "ONE_OFF"),
  @JsonSubTypes.Type(value = EachTime.class, name = "EACH_TIME"),
  @JsonSubTypes.Type(value = Standing.class, name = "STANDING")
})
@Schema(
    oneOf = {
      Quota.class,
      Window.class,
      Checkpoints.class,
      OneOff.class,
      EachTime.class,
      Standing.class
    },
    discriminatorProperty = "kind",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "QUOTA", schema = Quota.class),
      @DiscriminatorMapping(value = "WINDOW", schema = Window.class),
      @DiscriminatorMapping(value = "CHECKPOINTS", schema = Checkpoints.class),
      @DiscriminatorMapping(value = "ONE_OFF", schema = OneOff.class),
      @DiscriminatorMapping(value = "EACH_TIME", schema = EachTime.class),
      @DiscriminatorMapping(value = "STANDING", schema = Standing.class)
    })
public sealed interface Rule permits Quota, Window, Checkpoints, OneOff, EachTime, Standing {

  RuleKind kind();

  @Nullable String noun();

  /** Working days before the date, or before the window opens. */
  @Nullable Period lead();

  /**
   * With its units named otherwise.
   *
   * @param name of a field and the unit that it names
   */
  default Rule naming(BinaryOperator<String> name) {
    return this;
  }

  /** The rule as plain windows of the setting's years. */
  List<PlainWindow> unfold(Setting setting);

  /** What is wrong with the rule, as a sentence that begins with the field's name. */
  Optional<String> complaint();

  /** Whose terms count; null where none do. */
  @Nullable Level termOf();

  /** What an occurrence must show. */
  default List<Condition> conditions() {
    return List.of();
  }

  /** Where a date goes that is no working day. */
  Roll roll();

  /** The rule in plain words, for whoever asks why. */
  Words inWords();
}
