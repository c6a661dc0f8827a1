package duban.catalog.rights;

import static duban.chassis.rights.Nearness.FOREIGN;
import static duban.chassis.rights.Nearness.OWN;

import duban.chassis.contract.CellCases.Ask;
import duban.chassis.rights.Nearness;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of {@link Things}, which are only tried: each can be sent any number of times. */
final class Tries {
  private static final String TRIED = "?dryRun=true";

  /** What a write answers and no refusal does: not all refusals are about rights. */
  private static final Map<String, String> ANSWERED =
      Map.of(
          "documents", "\"sha256\":",
          "conferences", "\"documentId\":",
          "topics", "\"documentId\":",
          "measures", "\"documentId\":",
          "attributes", "\"label\":",
          "sent-lists", "\"lists\":");

  private static final String NO_DAYS = "{\"daysOff\": {}, \"nothingSent\": {}}";
  private static final String CATALOGUE =
      """
      {"document": {"id": "c-file", "title": "试", "owner": "CY", "openness": "OPEN",
         "lines": ["试", "", "试的专题", "", "第一次人大工作会议(2001年)", "", "1. 试。"]},
       "units": [{"code": "CY", "name": "朝阳区", "kind": "AREA"}]}
      """;
  private static final String REACHES_DEADLINES = "\"deadlines\":";

  private static final Set<String> NAME_A_DOCUMENT =
      Set.of("conferences", "topics", "measures", "obligations", "obligations/preview");

  private Tries() {}

  /**
   * @param near null: the document that it names does not exist
   */
  static @Nullable Ask make(String path, @Nullable Nearness near) {
    if (path.startsWith("catalogues")) {
      String file = path.endsWith("/shipped") ? null : CATALOGUE;
      return near == FOREIGN ? Ask.post(path + TRIED, file, "CY", REACHES_DEADLINES) : null;
    }
    if (path.equals("units TOP")) {
      String top = "{\"id\": \"C-TOP\", \"name\": \"试\", \"kind\": \"BODY\"}";
      return near == FOREIGN ? Ask.post("units" + TRIED, top, "C-TOP", REACHES_DEADLINES) : null;
    }
    boolean names = NAME_A_DOCUMENT.contains(path);
    if (near == null && !names) {
      return null;
    }
    String owner = near == OWN ? Things.MINE : Things.THEIRS;
    String document = Things.document(near);
    String body =
        switch (path) {
          case "documents" -> TwoDistricts.document("c-new", owner, "OPEN", "新");
          case "conferences" -> TwoDistricts.conference(document, "C2", "试");
          case "topics" -> TwoDistricts.topic(document, "CT2", 2, "试");
          case "measures" -> TwoDistricts.measure(document, "C1", "CT1", 2, "其他。");
          case "obligations", "obligations/preview" -> Things.duty("c-new", near);
          case "sent-lists" -> TriedLists.fresh(owner);
          case "units" -> Things.unit("C-NEW", owner);
          case "terms" -> near == FOREIGN ? Things.term("C-NEW", 2071) : null;
          case "attributes" -> near == FOREIGN ? TriedOccasions.attribute("cNew") : null;
          case "occasion-types" -> near == FOREIGN ? TriedOccasions.type("C_NEW") : null;
          case "occasions" -> TriedOccasions.fresh(near);
          case "occasions/batch" -> "{\"occasions\": [" + TriedOccasions.fresh(near) + "]}";
          default -> null;
        };
    String query = path.equals("obligations/preview") ? "" : TRIED;
    return body == null
        ? null
        : Ask.post(path + query, body, names ? document : owner, answered(path));
  }

  static @Nullable Ask change(String path, @Nullable Nearness near) {
    if (path.endsWith("/local/{unit}")) {
      String unit = near == null ? "C-NONE" : near == OWN ? Things.MINE : Things.THEIRS;
      return Ask.put("calendars/2037/local/" + unit + TRIED, NO_DAYS, unit, REACHES_DEADLINES);
    }
    return path.startsWith("obligations/{id}/") ? decide(path, near) : edit(path, near);
  }

  /** One part of an obligation. */
  private static Ask decide(String path, @Nullable Nearness near) {
    String duty = near == OWN ? "c-of-mine" : Things.duty(near);
    boolean asks = path.contains("applicability");
    String id = asks && near != null ? Things.asking(duty) : duty;
    String body =
        switch (path.split("/")[2]) {
          case "links" -> "{\"type\": \"DETAILS\", \"status\": \"PROPOSED\"}";
          case "history" -> "{\"history\": \"PURSUED\"}";
          case "applicability" -> "{\"applies\": true}";
          default -> "{\"confirmed\": true}";
        };
    String tried =
        path.replace("{id}", id)
                .replace("{to}", Things.OPEN_DUTY)
                .replace("{field}", "due")
                .replace("{unit}", Things.THEIRS)
            + TRIED
            + "&confirm=true";
    return Ask.put(tried, body, id, REACHES_DEADLINES);
  }

  private static @Nullable Ask edit(String path, @Nullable Nearness near) {
    String owner = near == OWN ? Things.MINE : Things.THEIRS;
    String id =
        switch (path) {
          case "documents/{id}" -> Things.document(near);
          case "measures/{id}" -> Things.measure(Things.document(near));
          case "obligations/{id}" -> near == OWN ? "c-of-mine" : Things.duty(near);
          case "units/{id}" -> near == null ? "C-NONE" : owner;
          case "terms/{id}" -> near == FOREIGN ? Things.TERM : near == null ? "C-NONE" : null;
          case "attributes/{name}" -> near == FOREIGN ? "cells" : near == null ? "none" : null;
          case "occasion-types/{id}" ->
              near == FOREIGN ? TriedOccasions.TYPE : near == null ? "C_NONE" : null;
          case "occasions/{id}" -> TriedOccasions.id(near);
          default -> near == FOREIGN ? "2035" : null;
        };
    String body =
        switch (path) {
          case "documents/{id}" ->
              "{\"title\": \"改名\", \"owner\": \"" + owner + "\", \"openness\": \"INTERNAL\"}";
          case "measures/{id}" ->
              TwoDistricts.measure(Things.document(near), "C1", "CT1", 1, "试:每年至少召开2次");
          case "obligations/{id}" -> Things.duty(String.valueOf(id), near == null ? FOREIGN : near);
          case "units/{id}" -> Things.unit(String.valueOf(id), "CY");
          case "terms/{id}" -> Things.term(String.valueOf(id), 2070);
          case "attributes/{name}" -> TriedOccasions.attribute(String.valueOf(id));
          case "occasion-types/{id}" -> TriedOccasions.type(String.valueOf(id));
          case "occasions/{id}" -> TriedOccasions.form(String.valueOf(id), near);
          default -> "{\"daysOff\": {\"2035-01-01\": \"元旦\"}, \"makeUpWorkingDays\": {}}";
        };
    String tried = path.replaceAll("\\{.*}", String.valueOf(id)) + TRIED + "&confirm=true";
    return id == null ? null : Ask.put(tried, body, id, answered(path));
  }

  private static String answered(String path) {
    return ANSWERED.getOrDefault(path.split("/")[0], REACHES_DEADLINES);
  }
}
