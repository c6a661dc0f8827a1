package duban.catalog.rights;

import static duban.chassis.rights.Nearness.FOREIGN;
import static duban.chassis.rights.Nearness.OWN;

import duban.chassis.rights.Nearness;
import org.jspecify.annotations.Nullable;

/** The occasions of {@link Things}: the callers' own and another's, which name a deputy. */
final class TriedOccasions {
  static final String TYPE = "C_MEETING";
  static final String PUBLISHED = "00000000-0000-4000-8000-00000000000c";

  private static final String OURS = "00000000-0000-4000-8000-00000000000a";
  private static final String OTHERS = "00000000-0000-4000-8000-00000000000b";
  private static final String NONE = "00000000-0000-4000-8000-00000000000d";

  private TriedOccasions() {}

  static void make() {
    TwoDistricts.made("attributes", attribute("cells"));
    TwoDistricts.made("occasion-types", type(TYPE));
    TwoDistricts.made("occasions", form(OURS, OWN));
    TwoDistricts.made("occasions", form(OTHERS, FOREIGN));
    TwoDistricts.made(
        "occasions", form(PUBLISHED, FOREIGN).replace("\"C-DEPUTY\"", "").replace("乙", "丙"));
  }

  static String id(@Nullable Nearness near) {
    return near == null ? NONE : near == OWN ? OURS : OTHERS;
  }

  static String attribute(String name) {
    return "{\"name\": \"%s\", \"type\": \"NUMBER\", \"label\": \"试\"}".formatted(name);
  }

  static String type(String id) {
    return "{\"id\": \"%s\", \"name\": \"试\", \"attributes\": [\"cells\"]}".formatted(id);
  }

  static String form(String id, @Nullable Nearness near) {
    return """
    {"id": "%s", "type": "%s", "name": "%s", "date": "2046-05-04", "unit": "%s",
     "co": ["C-DEPUTY"]}
    """
        .formatted(id, TYPE, near == OWN ? "甲" : "乙", near == OWN ? Things.MINE : Things.THEIRS);
  }

  /** Another than those that are there; whoever knows no deputy must not fail for that. */
  static String fresh(@Nullable Nearness near) {
    return form("00000000-0000-4000-8000-00000000000e", near)
        .replace("2046", "2047")
        .replace("\"C-DEPUTY\"", "");
  }
}
