package duban.catalog.edit;

import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Reads true or false from a query; anything else could mean that a trial run were none. */
final class Truth {
  private Truth() {}

  static boolean of(String name, @Nullable String value) {
    String text = Parameter.text(name, value).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      throw Problems.badRequest(
          "invalid-parameter", name + " is '" + text + "'; give true or false", name);
    }
    return text.equals("true");
  }
}
