package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;

/** The shipped catalogue, counted, beside what README says of it in both languages. */
final class Shipped {
  private Shipped() {}

  static void isAsMuchAsReadmeCounts(Whole whole) throws IOException {
    var obligations = whole.all("/api/catalog/obligations");
    var deadlines = whole.all("/api/catalog/deadlines");
    var all = obligations.size();
    var waiting = obligations.stream().filter(it -> it.has("history")).count();
    var eachTime = obligations.stream().filter(it -> is(it, "EACH_TIME")).count();
    var year = deadlines.stream().filter(it -> period(it).equals("2027")).count();
    var half = deadlines.stream().filter(it -> it.has("tally")).toList();
    var counted = half.stream().filter(it -> period(it).startsWith("2027")).count();
    var term = deadlines.stream().filter(it -> period(it).contains("-")).count() - half.size();
    assertThat(Files.readString(Whole.root().resolve("README.md")).replaceAll("\\s+", " "))
        .contains("as %d obligations. %d come again: %d of".formatted(all, all - waiting, eachTime))
        .contains("%d deadlines a year and %d more a term".formatted(year, term))
        .contains("%d numbers a year of meetings".formatted(counted))
        .contains("%d were to be done once or to hold for good".formatted(waiting));
    assertThat(Files.readString(Whole.root().resolve("README.zh-CN.md")))
        .contains("共%d项。\n%d项是经常性的:其中%d项".formatted(all, all - waiting, eachTime))
        .contains("每年产生%d件督办事项,每届另有%d件".formatted(year, term))
        .contains("每年%d件只计次数".formatted(counted))
        .contains("另外%d项是一次办结或长期坚持的".formatted(waiting));
  }

  private static boolean is(JsonNode obligation, String kind) {
    return obligation.path("rule").path("kind").asText().equals(kind);
  }

  private static String period(JsonNode deadline) {
    return deadline.path("period").asText();
  }
}
