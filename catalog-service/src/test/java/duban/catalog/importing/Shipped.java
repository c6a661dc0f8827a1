package duban.catalog.importing;

import duban.catalog.obligation.Obligation;
import duban.catalog.occasion.OccasionType;
import duban.catalog.term.Term;
import duban.catalog.unit.Units;
import duban.chassis.calendar.WorkingCalendar;
import java.util.List;
import java.util.Map;

/** The shipped catalogue, read as a service reads it. */
public final class Shipped {
  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueSource.bytes("chaoyang").orElseThrow());

  private Shipped() {}

  public static Units units() {
    return new Units(CATALOGUE.units());
  }

  public static List<Term> terms() {
    return CATALOGUE.terms();
  }

  public static WorkingCalendar calendar() {
    return new WorkingCalendar(CATALOGUE.calendars());
  }

  public static Map<String, OccasionType> occasionTypes() {
    return CATALOGUE.occasions().vocabulary().types();
  }

  public static List<Obligation> obligations() {
    return CATALOGUE.obligations();
  }
}
