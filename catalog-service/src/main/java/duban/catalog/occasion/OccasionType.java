package duban.catalog.occasion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of occasion.
 *
 * @param yearly one is expected each year, and stands without a date until it is known
 * @param makesDeadlines false for frequent meetings, of which only the number is of interest
 * @param attributes what is recorded of each, by the names of attributes
 */
public record OccasionType(
    String id,
    String name,
    boolean yearly,
    boolean makesDeadlines,
    List<String> attributes,
    @Nullable Integer version) {}
