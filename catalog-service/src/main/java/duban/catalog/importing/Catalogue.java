package duban.catalog.importing;

import duban.catalog.document.PrintedItem;
import duban.catalog.document.SourceDocument;
import duban.catalog.obligation.Obligation;
import duban.catalog.term.Term;
import duban.catalog.unit.Unit;
import duban.chassis.calendar.CalendarYear;
import java.util.List;

/** A catalogue that was checked: everything that it refers to is there. */
record Catalogue(
    SourceDocument document,
    List<PrintedItem> items,
    List<Unit> units,
    List<Term> terms,
    List<CalendarYear> calendars,
    PlannedOccasions occasions,
    List<Obligation> obligations) {}
