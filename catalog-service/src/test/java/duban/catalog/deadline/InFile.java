package duban.catalog.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import duban.catalog.obligation.Applicability;
import duban.catalog.occasion.Occasion;
import duban.catalog.occasion.OccasionType;
import duban.catalog.snapshot.UnitRef;
import duban.catalog.unit.Relation;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitKind;
import duban.catalog.unit.Units;
import duban.chassis.calendar.CalendarYear;
import duban.chassis.calendar.LocalDays;
import duban.chassis.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a catalogue says in a file's form, as the domain has it; codes stand for ids. */
public record InFile(JsonNode catalogue) {
  static final ObjectMapper JSON =
      Json.contract().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public Units units() {
    return new Units(all("units", InFile::unit));
  }

  public List<Occasion> occasions() {
    return all("occasions", InFile::occasion);
  }

  private static Unit unit(JsonNode unit) {
    return new Unit(
        unit.path("code").asText(),
        null,
        unit.path("code").asText(),
        unit.path("name").asText(),
        UnitKind.valueOf(unit.path("kind").asText()),
        ref(unit.path("superior")),
        unit.has("relation") ? Relation.valueOf(unit.path("relation").asText()) : null,
        ref(unit.path("receives")),
        refs(unit.path("organiser")),
        List.of(),
        refs(unit.path("members")),
        unit.has("memberSince")
            ? JSON.convertValue(
                unit.path("memberSince"), new TypeReference<Map<String, LocalDate>>() {})
            : Map.of(),
        ref(unit.path("successor")),
        date(unit.path("endedOn")),
        unit.has("place") ? unit.path("place").asText() : null,
        false);
  }

  /** By their ids. */
  public Map<String, OccasionType> types() {
    var types = new HashMap<String, OccasionType>();
    for (var it : catalogue.path("occasionTypes")) {
      var id = it.path("id").asText();
      var makes = it.path("makesDeadlines").asBoolean();
      types.put(
          id,
          new OccasionType(
              id,
              id,
              it.path("yearly").asBoolean(),
              refs(it.path("keptBy")),
              makes,
              List.of(),
              null));
    }
    return types;
  }

  private static Occasion occasion(JsonNode it) {
    return new Occasion(
        UUID.fromString(it.path("id").asText()),
        it.path("type").asText(),
        null,
        date(it.path("date")),
        it.path("year").asInt(),
        ref(it.path("unit")),
        JSON.convertValue(it.path("attributes"), new TypeReference<Map<String, Object>>() {}),
        refs(it.path("lead")),
        refs(it.path("co")),
        it.hasNonNull("follows") ? UUID.fromString(it.path("follows").asText()) : null,
        it.path("cancelled").asBoolean(),
        LocalDate.parse(it.path("enteredOn").asText()),
        null);
  }

  Applicability answers() {
    var answers = new HashMap<Applicability.Asked, Boolean>();
    for (var it : catalogue.path("answers")) {
      answers.put(
          new Applicability.Asked(it.path("obligation").asText(), it.path("unit").asText()),
          it.path("applies").asBoolean());
    }
    return new Applicability(answers);
  }

  List<CalendarYear> calendars() {
    var years = new TreeMap<Integer, CalendarYear>();
    catalogue
        .path("statutoryHolidays")
        .properties()
        .forEach(
            it -> {
              var year = Integer.parseInt(it.getKey());
              years.put(year, CalendarYear.provisional(year, days(it.getValue())));
            });
    catalogue
        .path("calendars")
        .properties()
        .forEach(
            it -> {
              var year = Integer.parseInt(it.getKey());
              var off = days(it.getValue().path("daysOff"));
              var worked = days(it.getValue().path("makeUpWorkingDays"));
              years.put(year, CalendarYear.announced(year, off, worked));
            });
    return years.values().stream().map(it -> it.with(local(it.year()))).toList();
  }

  /** Days of units, as far as they lie in the year. */
  private List<LocalDays> local(int year) {
    var local = new ArrayList<LocalDays>();
    for (var it : catalogue.path("localDays")) {
      var off = new HashMap<>(days(it.path("daysOff")));
      off.keySet().removeIf(day -> day.getYear() != year);
      if (!off.isEmpty()) {
        local.add(new LocalDays(it.path("unit").asText(), off, Map.of()));
      }
    }
    return local;
  }

  private static Map<LocalDate, String> days(JsonNode days) {
    return JSON.convertValue(days, new TypeReference<Map<LocalDate, String>>() {});
  }

  private static @Nullable LocalDate date(JsonNode date) {
    return date.isTextual() ? LocalDate.parse(date.asText()) : null;
  }

  private static @Nullable UnitRef ref(JsonNode code) {
    return code.isTextual() ? new UnitRef(code.asText(), code.asText(), code.asText()) : null;
  }

  private static List<UnitRef> refs(JsonNode codes) {
    var refs = new ArrayList<UnitRef>();
    codes.forEach(it -> refs.add(new UnitRef(it.asText(), it.asText(), it.asText())));
    return refs;
  }

  <T> List<T> all(String field, Class<T> type) {
    return all(field, it -> read(it, type));
  }

  private <T> List<T> all(String field, Function<JsonNode, T> read) {
    return StreamSupport.stream(catalogue.path(field).spliterator(), false).map(read).toList();
  }

  private static <T> T read(JsonNode node, Class<T> type) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(node + " is no " + type.getSimpleName(), e);
    }
  }
}
