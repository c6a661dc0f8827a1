package duban.catalog.occasion;

import org.jspecify.annotations.Nullable;

/**
 * What may be recorded of an occasion or an occurrence.
 *
 * @param name by which records and rules call it
 * @param label what people read
 */
public record AttributeType(String name, ValueType type, String label, @Nullable Integer version) {
  /** Of a name. */
  public static final String FORM = "^[A-Za-z][A-Za-z0-9]*$";

  /** The same in words. */
  public static final String WRITTEN =
      "must be letters (A to Z, a to z) and digits, the first a letter";
}
