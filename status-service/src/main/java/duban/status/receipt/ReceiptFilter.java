package duban.status.receipt;

import duban.chassis.page.Cursor;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.status.listing.Clauses;
import duban.status.listing.Sensible;
import duban.status.unit.Units;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the list of receipts is filtered by. All that is given holds. */
public class ReceiptFilter {

  @QueryParam("year")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "The year of the lists",
      example = "2028")
  @Nullable String year;

  @QueryParam("unit")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "Id or code of a unit; of a group, its members are meant too",
      example = "XRD-01")
  @Nullable String unit;

  @QueryParam("signed")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "true: only those that were signed for; false: only those that were not",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String signed;

  /**
   * Conditions on a {@code yearly_list y} and its receipt {@code r}.
   *
   * @param everything whether the caller sees everything: what is unknown is refused then
   */
  void addTo(Clauses clauses, Units units, boolean everything) {
    Parameter.text("year", year).ifPresent(it -> clauses.equal("y.year", number(it)));
    units.meant("unit", unit, everything).ifPresent(it -> clauses.among("y.unit_id", it));
    Parameter.text("signed", signed)
        .ifPresent(
            it -> clauses.and(Parameter.flag("signed", it) ? "r.id IS NOT NULL" : "r.id IS NULL"));
  }

  private static int number(String year) {
    if (!year.matches("[1-9]\\d{3}")) {
      throw Problems.badRequest(
          "invalid-parameter", "year is '" + year + "'; give one such as 2028", "year");
    }
    return Integer.parseInt(year);
  }

  /** Only what comes behind this cursor. */
  static void behind(String cursor, Clauses clauses) {
    var key = Cursor.decode(cursor, 2);
    try {
      LocalDate sentOn = LocalDate.parse(key.get(0));
      if (!Sensible.sensible(sentOn)) {
        throw Cursor.malformed();
      }
      clauses.and("(y.sent_on, y.id) > (?, ?)", sentOn, UUID.fromString(key.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.malformed();
    }
  }
}
