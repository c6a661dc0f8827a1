package duban.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import duban.status.opening.Opening;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A yearly list is sent once and signed for once. */
@QuarkusTest
class ReceiptTest extends StatusTest {

  @Inject Opening opening;

  private final String unit = "U-" + UUID.randomUUID();

  private Map<String, Object> unit() {
    return Map.of("id", unit, "code", unit, "name", "某单位");
  }

  private Map<String, Object> mine(Map<String, Object> owed) {
    owed.put("unit", unit());
    return owed;
  }

  /** Its window and its period begin next month. */
  private Map<String, Object> later() {
    Map<String, Object> owed = mine(window());
    owed.put("opensOn", today().plusDays(30).toString());
    owed.put("periodFrom", today().plusDays(30).toString());
    return owed;
  }

  private static Map<String, Object> receipt(String list) {
    Map<String, Object> receipt = new HashMap<>();
    receipt.put("id", UUID.randomUUID().toString());
    receipt.put("list", list);
    return receipt;
  }

  private void opened() {
    while (opening.round()) {
      // until nothing waits
    }
  }

  @Test
  void what_is_sent_in_a_list_is_assigned_before_its_window_opens() {
    String known = heard(later());
    Map<String, Object> unknown = later();
    String unlisted = heard(later());
    heardList(yearlyList(unit(), known, String.valueOf(unknown.get("id"))));
    opened();
    get("progress/{id}", known).body("state", equalTo("ASSIGNED"));
    String heardLater = heard(unknown);
    opened();
    get("progress/{id}", heardLater).body("state", equalTo("ASSIGNED"));
    get("progress/{id}", unlisted).body("state", equalTo("NOT_OPEN"));
    UUID event = UuidCreator.getNameBasedSha1(UUID.fromString(known), "ASSIGNED");
    get("events/{id}", event).body("effectiveOn", equalTo(today().toString()));
    assertThat(
            number(
                "SELECT count(*) FROM listed_deadline l JOIN deadline d ON"
                    + " d.id = l.deadline_id WHERE NOT assigned AND d.unit_id = '"
                    + unit
                    + "'"))
        .isZero();
  }

  @Test
  void one_receipt_signs_for_all_that_wait_and_says_why_not_for_the_others() {
    String first = heard(later());
    String second = heard(later());
    String begun = heard(mine(window()));
    Map<String, Object> gone = later();
    gone.put("status", "WITHDRAWN");
    String withdrawn = heard(gone);
    String missing = UUID.randomUUID().toString();
    post(counted(begun, "laws", 1)).statusCode(201);
    String list = heardList(yearlyList(unit(), first, second, begun, withdrawn, missing));
    get("receipts?unit={u}", unit)
        .body("items", hasSize(1))
        .body("items[0].list", equalTo(list))
        .body("items[0].deadlines", equalTo(5))
        .body("items[0].signedOn", nullValue());
    get("receipts?unit={u}&signed=true", unit).body("items", hasSize(0));
    // Also before the service has looked at it.
    Map<String, Object> receipt = receipt(list);
    String answer =
        post("receipts", receipt)
            .statusCode(201)
            .header("Location", endsWith("receipts/" + receipt.get("id")))
            .body("effectiveOn", equalTo(today().toString()))
            .body("deadlines.findAll { it.signed }.deadlineId", hasSize(2))
            .body("deadlines.findAll { it.signed }.state", everyItem(equalTo("IN_PROGRESS")))
            .body(of(begun) + ".why", containsString("IN_PROGRESS 办理中"))
            .body(of(withdrawn) + ".state", equalTo("WITHDRAWN"))
            .body(of(missing) + ".state", nullValue())
            .extract()
            .asString();
    for (String id : List.of(first, second)) {
      get("progress/{id}", id).body("state", equalTo("IN_PROGRESS"));
      get("history?deadline={id}", id).body("items.type", contains("ASSIGNED", "SIGNED_FOR"));
    }
    long events = number("SELECT count(*) FROM event");
    assertThat(post("receipts", receipt).statusCode(200).extract().asString()).isEqualTo(answer);
    get("receipts/{id}", receipt.get("id")).statusCode(200).body("list", equalTo(list));
    // One of what it names was not heard of yet, and may be heard of at any moment.
    post("receipts", receipt(list)).statusCode(201);
    assertThat(number("SELECT count(*) FROM event")).isEqualTo(events);
    opened();
    get("receipts?unit={u}&signed=true&year={y}", unit, today().getYear() + 1)
        .body("items.signedOn", contains(today().toString()))
        .body("items.receipt", contains(receipt.get("id")));
    get("receipts?unit={u}&signed=false", unit).body("items", hasSize(0));
    // What was heard of only later waits for another.
    Map<String, Object> late = later();
    late.put("id", missing);
    heard(late);
    post("receipts", receipt(list)).statusCode(201).body(of(missing) + ".signed", equalTo(true));
    String stored = stored();
    post("receipts", receipt(list))
        .statusCode(409)
        .body("type", equalTo("urn:duban:problem:already-signed"))
        .body("detail", containsString("signed on " + today()))
        .body("receipt", equalTo(receipt.get("id")));
    assertThat(stored()).isEqualTo(stored);
    assertThat(post("receipts", receipt).statusCode(200).extract().asString()).isEqualTo(answer);
  }

  private static String of(String deadline) {
    return "deadlines.find { it.deadlineId == '" + deadline + "' }";
  }

  @Test
  void two_who_sign_at_once_sign_once() throws Exception {
    String[] owed = new String[8];
    for (int i = 0; i < owed.length; i++) {
      owed[i] = heard(later());
    }
    String list = heardList(yearlyList(unit(), owed));
    Map<String, Object> receipt = receipt(list);
    var people = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> same = () -> post("receipts", receipt).extract().statusCode();
      Callable<Integer> other = () -> post("receipts", receipt(list)).extract().statusCode();
      var codes =
          people.invokeAll(List.of(same, other, same, other)).stream()
              .map(ReceiptTest::done)
              .toList();
      assertThat(codes).contains(201).allMatch(it -> it == 200 || it == 201 || it == 409);
    } finally {
      people.shutdownNow();
    }
    opened();
    assertThat(
            number(
                "SELECT count(*) FROM event e JOIN deadline d ON d.id = e.deadline_id"
                    + " WHERE d.unit_id = '"
                    + unit
                    + "'"))
        .isEqualTo(2L * owed.length);
  }

  private static <T> T done(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_list_in_which_nothing_is_the_units_own_is_signed_for_too() {
    heard(mine(window()));
    String list = heardList(yearlyList(unit()));
    post("receipts", receipt(list)).statusCode(201).body("deadlines", hasSize(0));
    get("receipts?unit={u}&signed=true", unit).body("items.list", contains(list));
    post("receipts", receipt(list)).statusCode(409);
  }

  @Test
  void what_cannot_be_signed_for_is_refused() {
    String list = heardList(yearlyList(unit(), heard(later())));
    String before = stored();
    Map<String, Object> receipt = receipt(list);
    receipt.put("effectiveOn", today().plusDays(1).toString());
    post("receipts", receipt)
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:effective-day-not-possible"));
    receipt.put("effectiveOn", today().minusDays(1).toString());
    post("receipts", receipt)
        .statusCode(422)
        .body("type", equalTo("urn:duban:problem:effective-too-early"));
    post("receipts", receipt(UUID.randomUUID().toString()))
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:list-not-known"))
        .header("Retry-After", "2");
    assertThat(stored()).isEqualTo(before);
    receipt.remove("effectiveOn");
    post("receipts", receipt).statusCode(201);
    receipt.put("list", heardList(yearlyList(unit())));
    post("receipts", receipt).statusCode(409).body("type", equalTo("urn:duban:problem:id-taken"));
    get("receipts/{id}", UUID.randomUUID())
        .statusCode(404)
        .body("type", equalTo("urn:duban:problem:receipt-not-known"));
  }

  @Test
  void a_list_of_which_a_deadline_was_signed_for_by_itself_has_no_receipt() {
    String owed = heard(later());
    String list = heardList(yearlyList(unit(), owed));
    opened();
    post(event(owed, "SIGNED_FOR")).statusCode(201);
    get("receipts?unit={u}&signed=false", unit).body("items.list", hasItem(list));
    post("receipts", receipt(list)).statusCode(201).body(of(owed) + ".signed", not(true));
  }
}
