package duban.catalog.yearly;

import duban.catalog.listing.Where;
import duban.catalog.unit.UnitRepository;
import duban.chassis.problem.Parameter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of sent lists may be kept to. All are optional and hold together. */
public class SentListFilter {
  /** Such as 2028. */
  @QueryParam("year")
  @Nullable String year;

  /** The id or code of the unit to which they were sent; of a group, its members are meant too. */
  @QueryParam("unit")
  @Nullable String unit;

  /** The id of the request by which they were sent. */
  @QueryParam("sending")
  @Nullable String sending;

  /** Puts it into the query. */
  void into(Where where, UnitRepository units) {
    Parameter.text("year", year).ifPresent(it -> where.equal("year", Year.of(it).number()));
    Parameter.text("unit", unit)
        .ifPresent(it -> where.and("unitId in :units", "units", units.idsOf("unit", it)));
    Parameter.uuid("sending", sending).ifPresent(it -> where.equal("sendingId", it));
  }
}
