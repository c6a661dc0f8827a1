package duban.catalog.obligation;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/** By how much, and how often, the date may be put off with approval. */
public record Extension(Period max, @Nullable Integer times) {}
