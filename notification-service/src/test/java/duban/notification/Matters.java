package duban.notification;

import duban.chassis.contract.CellCases;
import duban.chassis.contract.CommonCases;
import duban.chassis.rights.Nearness;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reminder, a message, a contact and a policy of each kind, and what is asked of them. Contacts
 * and policies are supervised by nobody.
 *
 * @param units codes, which are the ids of contacts, and of policies behind {@code p-}
 * @param reminders ids
 * @param messages ids
 */
record Matters(
    Map<Nearness, String> units,
    Map<Nearness, String> reminders,
    Map<Nearness, String> messages,
    CommonCases common)
    implements CellCases {

  /** Whose people every caller is one of. */
  static final String MINE = "RDCWH-BG";

  /** Stops the sending. */
  static final String STOP = "{\"released\":false,\"reason\":\"检查\"}";

  /** Foreign to everybody: who received for it has ended, as for {@link #MINE}. */
  static final String UNREACHED = "QJCY";

  private static final String EFFECT = "\"effect\":";
  private static final String NOWHERE = "00000000-0000-4000-8000-000000000001";

  @Override
  public String unit() {
    return MINE;
  }

  @Override
  public Optional<String> seenBy(String row) {
    return row.equals("PUT contacts/{id}") ? Optional.of("GET contacts/{id}") : Optional.empty();
  }

  @Override
  public Optional<Ask> ask(String row, @Nullable Nearness near) {
    var reminder = near == null ? NOWHERE : reminders.get(near);
    var message = near == null ? NOWHERE : messages.get(near);
    var unit = near == null ? "NOBODY" : units.get(near);
    var list = near != null;
    var supervised = near == Nearness.SUPERVISED;
    var whole = near == Nearness.FOREIGN;
    return Optional.ofNullable(
        switch (row) {
          case "GET reminders" ->
              list ? Ask.list("reminders?limit=500&unit=" + unit, reminder) : null;
          case "GET reminders/{id}" -> Ask.get("reminders/" + reminder, reminder);
          case "GET reminders/{id}/explanation" ->
              Ask.get("reminders/" + reminder + "/explanation", reminder);
          case "GET messages" -> list ? Ask.list("messages?recipient=" + unit, message) : null;
          case "GET messages/{id}" -> Ask.get("messages/" + message, message);
          case "GET contacts" ->
              list && !supervised
                  ? Ask.list("contacts?limit=500", unit, "\"id\":\"" + unit + "\"")
                  : null;
          case "GET contacts/{id}" -> supervised ? null : Ask.get("contacts/" + unit, unit);
          case "POST contacts" ->
              list && !supervised
                  ? Ask.post("contacts?dryRun=true", contact(unit), unit, EFFECT)
                  : null;
          case "GET gaps" -> supervised || !list ? null : gap(whole ? UNREACHED : unit);
          case "PUT contacts/{id}" ->
              supervised ? null : Ask.put("contacts/" + unit, changed(unit, near), unit, EFFECT);
          case "GET policies" ->
              list && !supervised ? Ask.list("policies", unit, "\"p-" + unit + "\"") : null;
          case "GET policies/{id}" -> supervised ? null : Ask.get("policies/p-" + unit, unit);
          case "POST policies" -> whole ? Ask.post("policies", policy(unit), unit, EFFECT) : null;
          case "PUT policies/{id}" ->
              whole || near == null
                  ? Ask.put("policies/p-" + unit, "{\"enabled\":true,\"steps\":[]}", unit, EFFECT)
                  : null;
          case "GET release" -> whole ? Ask.get("release", "", "\"released\":") : null;
          case "PUT release" ->
              whole
                  // Not the first version any more: it is turned only once.
                  ? Ask.put("release", STOP, "", "")
                      .answers(412, "\"urn:duban:problem:version-conflict\"")
                  : null;
          case "GET next" -> whole ? Ask.get("next", "", "\"recipients\":") : null;
          default -> common.ask(row, near, MINE).orElse(null);
        });
  }

  private static Ask gap(String unit) {
    return Ask.list("gaps?limit=500", unit, "\"code\":\"" + unit + "\"");
  }

  /** To be made beside the one that is there already, whose id is the unit's code. */
  private static String contact(String unit) {
    return "{\"id\":\"new-"
        + unit
        + "\","
        + "\"name\":\"%1$s\",\"email\":\"%1$s@x.example\",\"units\":[\"%1$s\"]}".formatted(unit);
  }

  private static String changed(String unit, @Nullable Nearness near) {
    return contact(near == null ? MINE : unit)
        .replaceFirst("\"id\":[^,]*,", "\"active\":" + !unit.equals(MINE) + ",");
  }

  /** The same. */
  static String policy(String unit) {
    return "{\"id\":\"p-%1$s\",\"kind\":\"WINDOW\",\"unit\":\"%1$s\",\"steps\":[]}".formatted(unit);
  }
}
