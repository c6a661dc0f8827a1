package duban.status.deadline;

import org.jspecify.annotations.Nullable;

/** How a unit is referred to everywhere: id, printed code, name. */
public record Ref(String id, @Nullable String code, @Nullable String name) {}
