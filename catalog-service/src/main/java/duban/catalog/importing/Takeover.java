package duban.catalog.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import duban.catalog.edit.DeadlineChanges;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue changes. Units that only name a renamed one are not listed.
 *
 * @param name of its document
 * @param sha256 of its bytes
 * @param fresh what was not there
 * @param changed what staff have not written and the file says otherwise
 * @param kept what staff have written and the file says otherwise: it stays as it is here
 * @param absent what staff have not written and the file does not have: it stays too
 */
record Takeover(
    String name,
    String sha256,
    @JsonProperty("new") List<Named> fresh,
    List<Differing> changed,
    List<Differing> kept,
    List<Named> absent,
    DeadlineChanges deadlines) {

  /**
   * One thing.
   *
   * @param thing its kind, such as obligation
   */
  record Named(String thing, String id, String title) {}

  /** One that the file has otherwise. */
  record Differing(String thing, String id, String title, List<Field> fields) {}

  /**
   * One of its fields; units are named by their ids.
   *
   * @param here as it was here; absent if it was not
   * @param file as the file has it
   */
  record Field(
      String field,
      @Schema(description = "As it was here; absent if it was not") @Nullable Object here,
      @Schema(description = "As the file has it") @Nullable Object file) {}
}
