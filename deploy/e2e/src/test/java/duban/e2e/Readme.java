package duban.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tutorial as README has it: each {@code sh} block is a step, and the {@code json} block behind
 * it shows fragments of what it answers.
 */
final class Readme {

  /**
   * One command with the fragments, such as {@code "state": "IN_PROGRESS"}, that its answer must
   * hold.
   */
  record Step(String command, List<String> answer) {

    boolean starts() {
      return command.startsWith("mvn ");
    }
  }

  private static final Pattern BLOCK =
      Pattern.compile("```(sh|json)\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern PAIR =
      Pattern.compile("\"\\w+\": ?(\\[]|\\[?\"[^\"]*\"]?|[\\w.-]+)");

  private Readme() {}

  /** The steps below the heading, up to the next of the same level. */
  static List<Step> tutorial(String file, String heading) throws IOException {
    var text = Files.readString(Whole.root().resolve(file));
    var begin = text.indexOf("\n## " + heading + "\n");
    if (begin < 0) {
      throw new IllegalArgumentException(file + " has no heading " + heading);
    }
    var end = text.indexOf("\n## ", begin + 4);
    return in(text.substring(begin, end < 0 ? text.length() : end));
  }

  /** Those of a whole page. */
  static List<Step> steps(String file) throws IOException {
    return in(Files.readString(Whole.root().resolve(file)));
  }

  private static List<Step> in(String text) {
    var steps = new ArrayList<Step>();
    var blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      if (blocks.group(1).equals("sh")) {
        steps.add(new Step(blocks.group(2).replace("\\\n", " "), new ArrayList<>()));
      } else {
        PAIR.matcher(blocks.group(2))
            .results()
            .forEach(it -> steps.get(steps.size() - 1).answer().add(it.group()));
      }
    }
    return steps;
  }
}
