package duban.catalog.occasion;

import java.util.Map;

/**
 * What rules may speak of.
 *
 * @param types of occasions, by their ids
 * @param attributes by their names
 */
public record Vocabulary(Map<String, OccasionType> types, Map<String, AttributeType> attributes) {}
