package duban.catalog.edit;

import org.jspecify.annotations.Nullable;

/** What is quoted must be printed, to the letter. */
public final class Quotation {
  private Quotation() {}

  /**
   * Throws Refused unless {@code quote} is absent or one stretch of {@code printed}.
   *
   * @param where what the printed text is, to be found again
   */
  public static void expect(String field, @Nullable String quote, String printed, String where) {
    if (quote != null && (quote.isBlank() || !printed.contains(quote))) {
      throw new Refused(
          "quote-not-printed",
          field,
          field + " must be a stretch of " + where + ", to the letter, but is '" + quote + "'");
    }
  }
}
