package duban.catalog.obligation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often, and by when. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Quota.class, name = "QUOTA"),
  @JsonSubTypes.Type(value = Window.class, name = "WINDOW"),
  @JsonSubTypes.Type(value = Checkpoints.class, name = "CHECKPOINTS")
})
public sealed interface Rule permits Quota, Window, Checkpoints {

  RuleKind kind();

  PeriodKind period();

  @Nullable String noun();

  /** Working days before the date, or before the window opens. */
  @Nullable Period lead();

  /** The rule as plain windows of the setting's year. */
  List<PlainWindow> unfold(Setting setting);

  /** What is wrong with the rule, as a sentence that begins with the field's name. */
  Optional<String> complaint();

  /** The rule in plain words, for whoever asks why. */
  String inWords();
}
