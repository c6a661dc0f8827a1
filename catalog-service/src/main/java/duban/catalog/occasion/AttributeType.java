package duban.catalog.occasion;

import org.jspecify.annotations.Nullable;

/**
 * What may be recorded of an occasion or an occurrence.
 *
 * @param name by which records and rules call it
 * @param label what people read
 */
public record AttributeType(String name, ValueType type, String label, @Nullable Integer version) {}
