package duban.catalog.term;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From the first session of a congress to the last day before the next congress's first. */
public record Term(
    String id,
    Level level,
    @Nullable String name,
    LocalDate from,
    LocalDate to,
    boolean inferred,
    @Nullable Integer version) {

  public boolean beginsWithin(LocalDate first, LocalDate last) {
    return !from.isBefore(first) && !from.isAfter(last);
  }
}
