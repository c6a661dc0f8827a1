package duban.catalog.gap;

import duban.catalog.snapshot.UnitRef;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param id stays as long as the gap does
 * @param sentence what it is, in Chinese
 * @param english the same
 * @param obligations the ids of those that it is about
 * @param measures the ids of their measures
 * @param unit which it is about
 * @param field of the thing, where it is about one
 * @param occasionId which it is about
 * @param year of a calendar or an occasion
 */
record Gap(
    String id,
    GapKind kind,
    String sentence,
    String english,
    List<String> obligations,
    List<String> measures,
    @Nullable UnitRef unit,
    @Nullable String field,
    @Nullable UUID occasionId,
    @Nullable Integer year,
    Settle settle) {

  boolean isAbout(String unitId) {
    return unit != null && unit.id().equals(unitId);
  }

  /**
   * Of what is said of another unit, that one is the matter; but a group is whoever owes for it.
   */
  boolean isAboutOne(Set<String> obligationIds) {
    return (unit == null || kind == GapKind.MEMBERS_UNKNOWN)
        && obligations.stream().anyMatch(obligationIds::contains);
  }

  Gap under(String base) {
    return new Gap(
        id,
        kind,
        sentence,
        english,
        obligations,
        measures,
        unit,
        field,
        occasionId,
        year,
        settle.under(base));
  }
}
