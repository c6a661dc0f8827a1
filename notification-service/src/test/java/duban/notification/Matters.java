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
          case "GET reminders/{id}" -> Ask.get("reminders/" + reminder);
          case "GET reminders/{id}/explanation" ->
              Ask.get("reminders/" + reminder + "/explanation");
          case "GET messages" -> list ? Ask.list("messages?recipient=" + unit, message) : null;
          case "GET messages/{id}" -> Ask.get("messages/" + message);
          case "GET contacts" ->
              list && !supervised
                  ? Ask.list("contacts?limit=500", "\"id\":\"" + unit + "\"")
                  : null;
          case "GET contacts/{id}" -> supervised ? null : Ask.get("contacts/" + unit);
          case "POST contacts" ->
              list && !supervised ? new Ask("POST", "contacts", contact(unit), null) : null;
          case "PUT contacts/{id}" ->
              supervised ? null : new Ask("PUT", "contacts/" + unit, changed(unit, near), null);
          case "GET policies" ->
              list && !supervised ? Ask.list("policies", "\"p-" + unit + "\"") : null;
          case "GET policies/{id}" -> supervised ? null : Ask.get("policies/p-" + unit);
          case "POST policies" -> whole ? new Ask("POST", "policies", policy(unit), null) : null;
          case "PUT policies/{id}" ->
              whole || near == null
                  ? new Ask("PUT", "policies/p-" + unit, "{\"enabled\":true,\"steps\":[]}", null)
                  : null;
          case "GET release" -> whole ? Ask.get("release") : null;
          case "PUT release" ->
              whole
                  ? new Ask("PUT", "release", "{\"released\":false,\"reason\":\"检查\"}", null)
                  : null;
          case "GET next" -> whole ? Ask.get("next") : null;
          default -> common.ask(row, near, MINE).orElse(null);
        });
  }

  /** The one that is there already: this repeats how it was made. */
  private static String contact(String unit) {
    return "{\"id\":\""
        + unit
        + "\","
        + "\"name\":\"%1$s\",\"email\":\"%1$s@x.example\",\"units\":[\"%1$s\"]}".formatted(unit);
  }

  private static String changed(String unit, @Nullable Nearness near) {
    return contact(near == null ? MINE : unit).replaceFirst("\"id\":[^,]*,", "\"active\":true,");
  }

  /** The same. */
  static String policy(String unit) {
    return "{\"id\":\"p-%1$s\",\"kind\":\"WINDOW\",\"unit\":\"%1$s\",\"steps\":[]}".formatted(unit);
  }
}
