package duban.catalog.rights;

import static duban.chassis.rights.Nearness.FOREIGN;
import static duban.chassis.rights.Nearness.OWN;
import static duban.chassis.rights.Nearness.SUPERVISED;

import duban.chassis.contract.CellCases;
import duban.chassis.contract.CommonCases;
import duban.chassis.rights.Nearness;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the catalogue is asked for, cell by cell: internal documents of the callers' unit and of
 * another, with all that hangs on them. Writes are only tried.
 *
 * @param deadlines of an obligation, its deadline
 */
record Things(Map<String, String> deadlines, CommonCases common) implements CellCases {
  static final String MINE = "C-MINE";
  static final String THEIRS = "C-THEIRS";
  static final String TERM = "C-TERM";

  /** An open document of theirs, and what they owe by it. */
  static final String OPEN = "c-doc-open";

  static final String OPEN_DUTY = "c-open";

  private static final String NOWHERE = "00000000-0000-4000-8000-000000000001";
  private static final Set<String> DAYS =
      Set.of(
          "GET terms",
          "GET terms/{id}",
          "GET calendars",
          "GET calendars/{year}",
          "GET calendars/{year}/local",
          "GET calendars/{year}/local/{unit}",
          "GET attributes",
          "GET attributes/{name}",
          "GET occasion-types",
          "GET occasion-types/{id}");

  private static final Set<String> SUPERVISES =
      Set.of("obligations", "deadlines", "gaps", "yearly-lists");

  @Override
  public String unit() {
    return MINE;
  }

  @Override
  public boolean nothingElse(String row) {
    return DAYS.contains(row);
  }

  @Override
  public Optional<String> seenBy(String row) {
    return Optional.ofNullable(
        switch (row) {
          case "PUT documents/{id}", "POST conferences", "POST topics", "POST measures" ->
              "GET documents/{id}";
          case "PUT measures/{id}", "POST obligations", "POST obligations/preview" ->
              "GET measures/{id}";
          case "PUT obligations/{id}",
              "PUT obligations/{id}/links/{to}",
              "PUT obligations/{id}/history",
              "PUT obligations/{id}/inferred/{field}",
              "PUT obligations/{id}/applicability/{unit}" ->
              "GET obligations/{id}";
          case "PUT occasions/{id}" -> "GET occasions/{id}";
          default -> null;
        });
  }

  @Override
  public Optional<Ask> ask(String row, @Nullable Nearness near) {
    String path = row.split(" ", 2)[1];
    // What is only to be made is supervised by nobody yet.
    boolean supervised = !row.startsWith("POST") && SUPERVISES.contains(path.split("/")[0]);
    if (near == SUPERVISED && !supervised) {
      return common(row, near);
    }
    return Optional.ofNullable(
            switch (row.split(" ")[0]) {
              case "GET" -> read(path, near);
              case "POST" -> Tries.make(path, near);
              default -> Tries.change(path, near);
            })
        .or(() -> common(row, near));
  }

  private Optional<Ask> common(String row, @Nullable Nearness near) {
    return row.matches(".*(authorship|dead-letters|republish).*")
        ? common.ask(row, near, MINE)
        : Optional.empty();
  }

  /** Whose responsible unit, or else supervisor, is the callers'. */
  static String duty(@Nullable Nearness near) {
    return near == null ? "c-none" : "c-" + near.name().toLowerCase(java.util.Locale.ROOT);
  }

  static String document(@Nullable Nearness near) {
    return near == null ? "c-none" : near == OWN ? "c-doc-mine" : "c-doc-theirs";
  }

  static String measure(String document) {
    return document + "-C1-CT1-1";
  }

  private @Nullable Ask read(String path, @Nullable Nearness near) {
    if (near == null && !path.contains("{")) {
      return null;
    }
    return switch (path) {
      case "catalogues" -> near == FOREIGN ? Ask.list("catalogues", "chaoyang") : null;
      // Of units only people are not published.
      case "units" -> near == FOREIGN ? Ask.list("units?kind=DEPUTY", "C-DEPUTY") : null;
      case "units/{id}" -> near == OWN ? null : named(near == null ? "C-NONE" : "C-DEPUTY");
      case "terms",
          "terms/{id}",
          "calendars",
          "calendars/{year}",
          "attributes",
          "attributes/{name}",
          "occasion-types",
          "occasion-types/{id}" ->
          near == FOREIGN || near == null ? days(path, near == null) : null;
      case "calendars/{year}/local", "calendars/{year}/local/{unit}" -> local(path, near);
      case "occasions", "occasions/{id}" -> occasion(path, TriedOccasions.id(near));
      case "sent-lists" -> Ask.list("sent-lists?limit=500", TriedLists.id(near));
      case "sent-lists/{id}" -> Ask.get("sent-lists/" + TriedLists.id(near), TriedLists.id(near));
      default -> read(path, document(near), duty(near));
    };
  }

  private static @Nullable Ask local(String path, @Nullable Nearness near) {
    String unit = near == null ? "C-NONE" : THEIRS;
    return near != FOREIGN && near != null
        ? null
        : path.endsWith("local")
            ? Ask.list("calendars/2036/local", unit)
            : Ask.get("calendars/2036/local/" + unit, unit);
  }

  private static Ask days(String path, boolean missing) {
    String term = missing ? "C-NONE" : TERM;
    String year = missing ? "1999" : "2027";
    return switch (path) {
      case "attributes" -> Ask.list("attributes?limit=500", "cells");
      case "attributes/{name}" ->
          missing ? Ask.get("attributes/none", "none") : Ask.get("attributes/cells", "cells");
      case "occasion-types" -> Ask.list("occasion-types?limit=500", TriedOccasions.TYPE);
      case "occasion-types/{id}" -> {
        String type = missing ? "C_NONE" : TriedOccasions.TYPE;
        yield Ask.get("occasion-types/" + type, type);
      }
      case "terms" -> Ask.list("terms?limit=500", TERM);
      case "terms/{id}" -> Ask.get("terms/" + term, term);
      case "calendars" -> Ask.list("calendars?limit=500", year, "\"year\":" + year);
      default -> Ask.get("calendars/" + year, year, "\"year\":" + year);
    };
  }

  @Override
  public Optional<Ask> published(String row, Published letter) {
    String path = row.split(" ", 2)[1];
    if (!row.startsWith("GET ") || letter != Published.TEXT) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (path) {
          case "units" -> Ask.list("units?kind=BODY&limit=500", THEIRS);
          case "units/{id}" -> named(THEIRS);
          case "calendars/{year}/local", "calendars/{year}/local/{unit}" -> local(path, FOREIGN);
          case "terms",
              "terms/{id}",
              "calendars",
              "calendars/{year}",
              "attributes",
              "attributes/{name}",
              "occasion-types",
              "occasion-types/{id}" ->
              days(path, false);
          case "occasions", "occasions/{id}" -> occasion(path, TriedOccasions.PUBLISHED);
          default -> read(path, OPEN, OPEN_DUTY);
        });
  }

  private static Ask occasion(String path, String id) {
    return path.equals("occasions")
        ? Ask.list("occasions?limit=500&type=" + TriedOccasions.TYPE, id)
        : Ask.get("occasions/" + id, id);
  }

  private static Ask named(String id) {
    return Ask.get("units/" + id, id);
  }

  private @Nullable Ask read(String path, String document, String duty) {
    String deadline = deadlines.getOrDefault(duty, NOWHERE);
    return switch (path) {
      case "documents" -> Ask.list("documents?limit=500", document);
      case "documents/{id}" -> Ask.get("documents/" + document, document);
      case "documents/{id}/lines" -> Ask.get("documents/" + document + "/lines", document, "试的专题");
      case "documents/{id}/text" -> Ask.get("documents/" + document + "/text", document, "试的专题");
      case "conferences", "topics", "measures" ->
          Ask.list(path + "?document=" + document, document);
      case "conferences/{document}/{id}" -> Ask.get("conferences/" + document + "/C1", document);
      case "topics/{document}/{id}" -> Ask.get("topics/" + document + "/CT1", document);
      case "measures/{id}" -> Ask.get("measures/" + measure(document), document);
      case "obligations" -> Ask.list("obligations?limit=500", duty, "\"" + duty + "\"");
      case "obligations/{id}" -> Ask.get("obligations/" + duty, duty);
      case "obligations/{id}/preview" -> Ask.get(path.replace("{id}", duty), duty, deadline);
      case "obligations/{id}/applicability" ->
          Ask.get(path.replace("{id}", asking(duty)), asking(duty), "有试点");
      case "obligations/{id}/applicability/{unit}" ->
          Ask.get(
              path.replace("{id}", asking(duty)).replace("{unit}", THEIRS), asking(duty), "有试点");
      case "obligations/{id}/chain" -> Ask.get("obligations/" + duty + "/chain", duty);
      case "obligations/{id}/roll-up" ->
          Ask.get("obligations/" + duty + "/roll-up?period=2028", duty);
      case "gaps" -> Ask.list("gaps?limit=500", duty, "\"INFERRED:" + duty + ":");
      case "yearly-lists/{year}" ->
          duty.equals("c-none") ? null : Ask.list("yearly-lists/2028", duty, "\"" + duty + "\"");
      case "deadlines" -> Ask.list("deadlines?obligation=" + duty, deadline);
      case "deadlines/{id}" -> Ask.get("deadlines/" + deadline, deadline);
      case "deadlines/{id}/explanation" ->
          Ask.get("deadlines/" + deadline + "/explanation", deadline);
      default -> null;
    };
  }

  /** By the measure of an own document, or supervised by the callers' unit, or neither. */
  static String duty(String id, @Nullable Nearness near) {
    return duty(id, measure(document(near)), THEIRS, near);
  }

  static String duty(String id, String measure, String responsible, @Nullable Nearness near) {
    return TwoDistricts.obligation(id, measure, "试的任务", "每年至少召开2次", responsible, "")
        .replace("HD-BG", near == SUPERVISED ? MINE : "CY")
        .replace("QZF-BM-27", THEIRS)
        .replace(
            "\"afterDue\"", "\"inferred\": [{\"field\": \"due\", \"why\": \"试\"}], \"afterDue\"");
  }

  /** Of a duty, one like it that asks of its unit whether it applies. */
  static String asking(String duty) {
    return duty + "-asks";
  }

  /** With a question, so that nothing is owed by it, also of them. */
  static String question(String duty) {
    return duty.replace("[\"" + MINE + "\"]", "[\"" + MINE + "\", \"" + THEIRS + "\"]")
        .replace("\"fanOut\"", "\"appliesWhen\": \"有试点\", \"fanOut\"");
  }

  static String unit(String id, String superior) {
    return "{\"id\": \"%s\", \"name\": \"%s\", \"kind\": \"BODY\", \"superior\": \"%s\"}"
        .formatted(id, id, superior);
  }

  static String term(String id, int year) {
    return "{\"id\": \"%s\", \"level\": \"PARTY\", \"from\": \"%d-01-01\", \"to\": \"%d-12-31\"}"
        .formatted(id, year, year);
  }
}
