package duban.chassis.authorship;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote something.
 *
 * @param thing what was written, such as {@code measure}
 * @param id of what was written
 * @param version the version that came of it
 * @param actor 22 characters that stand for one account; absent if no token was asked for
 * @param unit the code of the unit for which it was written
 * @param name of the person; absent once it was erased, or if no token told it
 */
@Schema(examples = Writing.EXAMPLE)
public record Writing(
    String thing,
    String id,
    long version,
    @Nullable String actor,
    @Nullable String unit,
    @Nullable String name,
    Instant at) {

  static final String EXAMPLE =
      """
      {"thing": "dead-letter", "id": "17", "version": 1, "actor": "hK3hRr1vJm0uY2c9QvYw7A",
       "unit": "RDCWH-BG", "name": "张三", "at": "2027-10-25T01:32:07.123456Z"}""";
}
