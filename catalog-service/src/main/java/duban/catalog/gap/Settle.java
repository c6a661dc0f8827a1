package duban.catalog.gap;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The one call that settles a gap.
 *
 * @param path from the origin
 * @param ifMatch the ETag to send; absent where none is needed
 * @param body as an example: what is in {@code fill} only a person can say
 * @param fill the fields of the body to be looked at first, with points between their names
 */
record Settle(
    String method,
    String path,
    @Nullable String ifMatch,
    @Schema(type = SchemaType.OBJECT) Object body,
    List<String> fill) {

  Settle under(String base) {
    return new Settle(method, base + path, ifMatch, body, fill);
  }
}
