package duban.status.deadline;

import org.jspecify.annotations.Nullable;

/** How a unit is referred to everywhere: id, printed code, name. */
public record Ref(String id, @Nullable String code, @Nullable String name) {

  /** The code, or the id of a unit that has none. */
  public String codeOrId() {
    return code == null ? id : code;
  }
}
