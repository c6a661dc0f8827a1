package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every list shows at one moment: after a loss it must show the same again. */
record Pages(Set<String> left, TreeMap<String, TreeSet<String>> items) {

  private static final List<String> NAMES = List.of("id", "deadlineId", "obligationId");

  private static final List<String> LISTS =
      List.of(
          "/api/catalog/deadlines",
          "/api/catalog/units",
          "/api/status/progress",
          "/api/notification/reminders");

  static Pages of(Whole whole) {
    return without(Set.of(), whole);
  }

  /**
   * @param left ids of things, and of deadlines and obligations, that are not looked at
   */
  static Pages without(Set<String> left, Whole whole) {
    var pages = new TreeMap<String, TreeSet<String>>();
    for (var list : LISTS) {
      var items = new TreeSet<String>();
      for (var item : whole.all(list)) {
        if (NAMES.stream().noneMatch(it -> left.contains(item.path(it).asText()))) {
          items.add(item.toString());
        }
      }
      assertThat(items).as(list).isNotEmpty();
      pages.put(list, items);
    }
    return new Pages(left, pages);
  }

  void comeBack(Whole whole) {
    await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var now = without(left, whole);
              items.forEach(
                  (list, before) -> assertThat(now.items.get(list)).as(list).isEqualTo(before));
            });
  }
}
