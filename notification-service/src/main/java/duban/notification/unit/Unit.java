package duban.notification.unit;

import com.fasterxml.jackson.annotation.JsonProperty;
import duban.notification.deadline.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the catalog publishes it.
 *
 * @param superior what it lies below; absent: nothing
 * @param receives who receives for it; absent: it does so itself
 * @param organiser through whom a person is told anything
 */
public record Unit(
    String id,
    long version,
    String code,
    String name,
    @Nullable Ref superior,
    @JsonProperty("relation") @Nullable String relationName,
    @Nullable Ref receives,
    @Nullable List<Ref> organiser) {

  public Unit(
      String id,
      long version,
      String code,
      String name,
      @Nullable String relationName,
      @Nullable Ref receives,
      @Nullable List<Ref> organiser) {
    this(id, version, code, name, null, relationName, receives, organiser);
  }

  public Relation relation() {
    return Relation.named(relationName);
  }

  /** The code of who receives for it. */
  public String receiver() {
    return receives == null ? code : receives.code();
  }

  public List<Ref> organisers() {
    return organiser == null ? List.of() : organiser;
  }
}
