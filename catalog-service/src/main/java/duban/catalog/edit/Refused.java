package duban.catalog.edit;

import duban.chassis.problem.ProblemTypes;
import duban.chassis.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What cannot be stored because it contradicts what is printed, named or stored already. A
 * catalogue file is refused with the message, a request with a problem of the type.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final String field;

  /**
   * @param type a problem type, which has its status in {@code META-INF/problems.properties}
   * @param field the field that is wrong
   * @param sentence names the field and says what would be right
   */
  public Refused(String type, String field, String sentence) {
    // Without a stack: whoever asked wants the sentence, not our code.
    super(sentence, null, false, false);
    this.type = type;
    this.field = field;
  }

  /** Of a sentence that begins with the name of its field. */
  public Refused(String type, String sentence) {
    this(type, sentence.split("[ :,]", 2)[0], sentence);
  }

  /** What the work gives; a refusal becomes the problem that it is for whoever asked. */
  public static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refused e) {
      throw e.problem();
    }
  }

  /** The same of one thing of several: {@code occasions[3]}. */
  public Refused of(String place) {
    return new Refused(type, place + "." + field, place + "." + getMessage());
  }

  HttpProblem problem() {
    var named = ProblemTypes.known().get(type);
    return Problems.of(
        named.status(), type, named.title(), String.valueOf(getMessage()), Map.of("field", field));
  }
}
