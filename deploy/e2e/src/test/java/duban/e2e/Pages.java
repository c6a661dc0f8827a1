package duban.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every list shows at one moment: after a loss it must show the same again. */
record Pages(TreeMap<String, TreeSet<String>> items) {

  private static final List<String> LISTS =
      List.of(
          "/api/catalog/deadlines",
          "/api/catalog/units",
          "/api/status/progress",
          "/api/notification/reminders");

  static Pages of(Whole whole) {
    var pages = new TreeMap<String, TreeSet<String>>();
    for (var list : LISTS) {
      var items = new TreeSet<String>();
      whole.all(list).forEach(it -> items.add(it.toString()));
      assertThat(items).as(list).isNotEmpty();
      pages.put(list, items);
    }
    return new Pages(pages);
  }

  void comeBack(Whole whole) {
    await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var now = of(whole);
              items.forEach(
                  (list, before) -> assertThat(now.items.get(list)).as(list).isEqualTo(before));
            });
  }
}
