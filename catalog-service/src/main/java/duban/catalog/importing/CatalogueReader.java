package duban.catalog.importing;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import duban.catalog.calendar.CalendarCheck;
import duban.catalog.document.DocumentReader;
import duban.catalog.document.PrintedItem;
import duban.catalog.document.SourceDocument;
import duban.catalog.document.SourceText;
import duban.catalog.edit.Refused;
import duban.catalog.rule.RuleKind;
import duban.catalog.term.Term;
import duban.catalog.term.TermCheck;
import duban.catalog.unit.Unit;
import duban.catalog.unit.Units;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a catalogue file and refuses what would make wrong deadlines. Nothing is guessed. */
final class CatalogueReader {
  private static final ObjectMapper STRICT =
      Json.contract()
          .copy()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private CatalogueReader() {}

  /** Throws CatalogueRefused with one sentence about the first thing that is wrong. */
  static Catalogue read(byte[] bytes) {
    return read(bytes, file -> {});
  }

  /** The same, with whatever else the file must be. */
  static Catalogue read(byte[] bytes, Consumer<CatalogueFile> more) {
    CatalogueFile file = parse(bytes);
    if (file.document() == null) {
      throw new CatalogueRefused("document", "The catalogue has no document");
    }
    expectGiven(file);
    more.accept(file);
    UnitTree tree = new UnitTree(file.units());
    List<Unit> units = tree.units();
    try {
      SourceDocument document = document(file.document(), tree);
      List<PrintedItem> items = items(document);
      TermCheck.check(file.terms());
      PlannedOccasions occasions = PlannedOccasions.read(file, tree);
      return new Catalogue(
          document,
          items,
          units,
          file.terms(),
          calendars(file),
          occasions,
          new PrintedObligations(document.id(), items, new Units(units), occasions.vocabulary())
              .checked(file.obligations()));
    } catch (Refused e) {
      throw new CatalogueRefused(String.valueOf(e.getMessage()));
    }
  }

  private static void expectGiven(CatalogueFile file) {
    CatalogueFile.Printed printed = file.document();
    if (Stream.of(printed.id(), printed.title(), printed.owner(), printed.openness())
            .anyMatch(Objects::isNull)
        || printed.lines() == null) {
      throw new CatalogueRefused(
          "document", "The document needs an id, a title, an owner, an openness and lines");
    }
    for (Term term : file.terms()) {
      if (term.id() == null || term.level() == null || term.from() == null || term.to() == null) {
        throw new CatalogueRefused("terms: each needs an id, a level, from and to");
      }
    }
  }

  private static CatalogueFile parse(byte[] bytes) {
    try {
      expectNoNull("", STRICT.readTree(bytes));
      return STRICT.readValue(bytes, CatalogueFile.class);
    } catch (InvalidTypeIdException e) {
      throw new CatalogueRefused(
          path(e)
              + ".kind is '"
              + e.getTypeId()
              + "', but must be one of "
              + Arrays.toString(RuleKind.values()));
    } catch (UnrecognizedPropertyException e) {
      throw new CatalogueRefused(path(e) + " is not known here; remove it");
    } catch (InvalidFormatException e) {
      throw new CatalogueRefused(
          path(e)
              + " is '"
              + e.getValue()
              + "', which is no "
              + e.getTargetType().getSimpleName()
              + (e.getTargetType().isEnum()
                  ? " of " + Arrays.toString(e.getTargetType().getEnumConstants())
                  : ""));
    } catch (JsonMappingException e) {
      // Jackson's own words name our classes.
      throw new CatalogueRefused(path(e) + " has another form than the schema gives it");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new CatalogueRefused(
          "The catalogue cannot be read"
              + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
              + ": "
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw new CatalogueRefused("The catalogue cannot be read: " + e.getMessage());
    }
  }

  private static void expectNoNull(String place, JsonNode node) {
    if (node.isNull()) {
      throw new CatalogueRefused(place.substring(1) + " is null; leave it out");
    }
    node.properties().forEach(it -> expectNoNull(place + "." + it.getKey(), it.getValue()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      expectNoNull(place + "[" + i + "]", node.get(i));
    }
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                it ->
                    it.getFieldName() == null ? "[" + it.getIndex() + "]" : "." + it.getFieldName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "catalogue" : path.substring(1);
  }

  private static SourceDocument document(CatalogueFile.Printed printed, UnitTree units) {
    if (!printed.id().matches("[A-Za-z0-9-]+")) {
      throw new CatalogueRefused("document.id must be letters, digits and hyphens");
    }
    units.expect("document.owner", printed.owner());
    return SourceDocument.checked(
        printed.id(),
        printed.title(),
        printed.owner(),
        printed.openness(),
        printed.sha256(),
        new SourceText(printed.lines()));
  }

  private static List<PrintedItem> items(SourceDocument document) {
    try {
      return DocumentReader.read(document.text());
    } catch (IllegalArgumentException e) {
      throw new CatalogueRefused("document.lines: " + e.getMessage());
    }
  }

  /** What was announced takes the place of the statutory holidays of its year. */
  private static List<CalendarYear> calendars(CatalogueFile file) {
    Map<Integer, CalendarYear> years = new TreeMap<>();
    file.statutoryHolidays()
        .forEach((year, days) -> years.put(year, CalendarYear.provisional(year, days)));
    file.calendars()
        .forEach(
            (year, days) ->
                years.put(
                    year, CalendarYear.announced(year, days.daysOff(), days.makeUpWorkingDays())));
    years.values().forEach(CalendarCheck::check);
    return List.copyOf(years.values());
  }
}
