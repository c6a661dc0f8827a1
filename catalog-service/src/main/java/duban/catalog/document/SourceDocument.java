package duban.catalog.document;

import duban.catalog.edit.Refused;
import org.jspecify.annotations.Nullable;

/** A document to be stored: what it is, and its text. */
public record SourceDocument(
    String id, String title, String ownerId, Openness openness, String sha256, SourceText text) {

  /**
   * A text that may be stored, as a catalogue file or a client gives it; throws Refused otherwise.
   *
   * @param sha256 what the text's checksum should be, if whoever gives it says so
   */
  public static SourceDocument checked(
      String id,
      String title,
      String ownerId,
      Openness openness,
      @Nullable String sha256,
      SourceText text) {
    for (int i = 0; i < text.lines().size(); i++) {
      if (text.lines().get(i).indexOf('\n') >= 0) {
        throw new Refused(
            "invalid-document",
            "lines",
            "lines[" + i + "] has a line break; give each line by itself");
      }
    }
    Secrecy.expectNone(title, text.lines());
    if (sha256 != null && !text.sha256().equals(sha256)) {
      throw new Refused(
          "invalid-document",
          "sha256",
          "sha256 is "
              + sha256
              + ", but its lines give "
              + text.sha256()
              + ": a byte of the text was changed");
    }
    return new SourceDocument(id, title, ownerId, openness, text.sha256(), text);
  }
}
