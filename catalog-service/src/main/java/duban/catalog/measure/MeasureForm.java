package duban.catalog.measure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item of a document as staff point at it. Its id is made of the first four.
 *
 * @param conference the id of one of the document's conferences, such as 2015
 * @param topic the id of one of its topics, such as T2
 * @param ordinal its place within topic and conference
 * @param line counted from 1
 * @param label the printed number with its mark
 * @param text what stands behind the label, to the letter
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions = @Extension(name = "x-refers-to", value = "documentId conference topic"),
    requiredProperties = {"documentId", "conference", "topic", "ordinal", "line", "label", "text"})
record MeasureForm(
    @NotBlank @Size(max = 60) String documentId,
    @NotBlank @Size(max = 20) String conference,
    @NotBlank @Size(max = 20) String topic,
    @Min(1) @Max(10_000) int ordinal,
    @Min(1) @Max(10_000) int line,
    @NotBlank @Size(max = 20) String label,
    @NotBlank @Size(max = 10_000) String text) {

  String id() {
    return Measure.id(documentId, conference, topic, ordinal);
  }

  /** Its parts, not its id: they may have hyphens themselves, so that other parts make the same. */
  boolean standsAt(Measure before) {
    return documentId.equals(before.documentId())
        && conference.equals(before.conference().id())
        && topic.equals(before.topic().id())
        && ordinal == before.ordinal();
  }
}
