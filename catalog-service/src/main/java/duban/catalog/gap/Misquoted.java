package duban.catalog.gap;

import duban.catalog.measure.Measure;
import duban.catalog.obligation.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** That an obligation quotes what its measure does not have. */
final class Misquoted {
  private static final int LONGEST = 2000;

  private Misquoted() {}

  static Stream<Gap> of(Draft draft, Measure measure) {
    Obligation one = draft.obligation();
    List<String> wrong = new ArrayList<>();
    if (isMissing(one.quote(), measure)) {
      wrong.add("quote");
    }
    if (isMissing(one.subjectQuote(), measure)) {
      wrong.add("subjectQuote");
    }
    if (wrong.isEmpty()) {
      return Stream.of();
    }
    String text = measure.text();
    var body = draft.body();
    wrong.forEach(it -> body.put(it, text.substring(0, Math.min(text.length(), LONGEST))));
    return Stream.of(
        draft.gap(
            GapKind.QUOTE_NOT_PRINTED,
            "",
            null,
            wrong.get(0),
            "的引文与原文不符,请按原文改正",
            "quotes words that its measure does not have; quote what is printed",
            draft.whole(body, wrong.toArray(String[]::new))));
  }

  private static boolean isMissing(@Nullable String quote, Measure measure) {
    return quote != null && !measure.text().contains(quote);
  }
}
