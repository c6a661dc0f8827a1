package duban.catalog.occasion;

import duban.catalog.edit.Day;
import duban.catalog.listing.Where;
import duban.catalog.unit.UnitRepository;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a list of occasions may be kept to. All are optional and hold together. */
public class OccasionFilter {
  @QueryParam("type")
  @Nullable String type;

  /** The id or code of the unit whose they are; of a group, its members are meant too. */
  @QueryParam("unit")
  @Nullable String unit;

  /** Such as 2028. */
  @QueryParam("year")
  @Nullable String year;

  /** On this day or later; one without a date, if its year is not over before. */
  @QueryParam("from")
  @Nullable String from;

  /** On this day or earlier; one without a date, if its year has begun by then. */
  @QueryParam("to")
  @Nullable String to;

  @QueryParam("cancelled")
  @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
      description = "true: only those that are cancelled; false: only those that take place",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String cancelled;

  /** Puts it into the query. */
  void into(Where where, UnitRepository units) {
    Parameter.text("type", type).ifPresent(it -> where.equal("type", it));
    Parameter.text("unit", unit)
        .ifPresent(
            it ->
                where.and(
                    "(unitId = :unit or unitId in"
                        + " (select m.memberId from UnitMember m where m.groupId = :unit))",
                    "unit",
                    units.idOf("unit", it)));
    Parameter.text("year", year).ifPresent(it -> where.equal("year", year(it)));
    Parameter.date("from", from)
        .ifPresent(
            it -> {
              where.bind("fromYear", it.getYear());
              where.and("(date >= :from or date is null and year >= :fromYear)", "from", it);
            });
    Parameter.date("to", to)
        .ifPresent(
            it -> {
              where.bind("toYear", it.getYear());
              where.and("(date <= :to or date is null and year <= :toYear)", "to", it);
            });
    Parameter.text("cancelled", cancelled)
        .ifPresent(it -> where.equal("cancelled", Parameter.flag("cancelled", it)));
  }

  private static int year(String text) {
    try {
      int year = Integer.parseInt(text);
      if (year >= Day.FIRST_YEAR && year <= Day.LAST_YEAR) {
        return year;
      }
    } catch (NumberFormatException e) {
      // falls through to the one answer
    }
    throw Problems.badRequest(
        "invalid-parameter",
        "year is '%s'; give one from %d to %d".formatted(text, Day.FIRST_YEAR, Day.LAST_YEAR),
        "year");
  }
}
