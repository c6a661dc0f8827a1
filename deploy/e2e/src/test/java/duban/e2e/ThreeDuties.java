package duban.e2e;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The shipped catalogue with only three of its duties, one of each kind that is counted or checked:
 * where what is counted at the end must not depend on what else is shipped.
 */
final class ThreeDuties {
  private static final Set<String> KEPT = Set.of("o-039", "o-062a", "o-120a");

  private ThreeDuties() {}

  /** Writes it into the folder. */
  static String in(Path folder) throws IOException {
    Path shipped =
        Whole.root().resolve("catalog-service/src/main/resources/catalogue/chaoyang.json");
    var catalogue = (ObjectNode) Whole.JSON.readTree(Files.readString(shipped));
    ArrayNode kept = Whole.JSON.createArrayNode();
    for (var duty : catalogue.path("obligations")) {
      if (KEPT.contains(duty.path("id").asText())) {
        // To duties that are not here.
        kept.add(((ObjectNode) duty).without("links"));
      }
    }
    catalogue.set("obligations", kept);
    Path file = folder.resolve("three-duties.json");
    Files.writeString(file, catalogue.toString());
    return file.toString();
  }
}
