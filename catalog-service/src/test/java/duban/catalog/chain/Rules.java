package duban.catalog.chain;

import duban.catalog.obligation.Obligation;
import duban.catalog.snapshot.Snapshot;
import java.util.Map;
import java.util.TreeMap;

/** Obligations that differ in one thing. */
final class Rules {
  private Rules() {}

  static Demand demand(String strength, String rule, String... units) {
    Map<String, String> circle = new TreeMap<>();
    for (String unit : units) {
      circle.put(unit, "单位" + unit);
    }
    return new Demand(obligation(strength, "每年至少两次", rule), circle);
  }

  static Obligation obligation(String strength, String quote, String rule) {
    return obligation(strength, quote, rule, "PER_UNIT");
  }

  static Obligation obligation(String strength, String quote, String rule, String fanOut) {
    return Snapshot.read(
        """
        {"id": "o-1", "measureId": "m-1", "title": "试", "quote": "%s", "strength": "%s",
         "who": {"responsible": ["A"], "supervisor": "B", "fanOut": "%s"},
         "rule": %s, "afterDue": "EXPLAIN"}
        """
            .formatted(quote, strength, fanOut, rule),
        Obligation.class);
  }

  static Obligation obligation(String id, String links) {
    return Snapshot.read(
        """
        {"id": "%s", "measureId": "m-1", "title": "试", "quote": "试", "strength": "MUST",
         "who": {"responsible": ["A"], "supervisor": "B", "fanOut": "PER_UNIT"},
         "rule": {"kind": "STANDING"}, "afterDue": "EXPLAIN", "links": [%s]}
        """
            .formatted(id, links),
        Obligation.class);
  }

  static String link(String to, String status) {
    return "{\"to\": \"%s\", \"type\": \"REPLACES\", \"status\": \"%s\"}".formatted(to, status);
  }

  static String quota(int times, String period, String more) {
    return "{\"kind\": \"QUOTA\", \"period\": \"%s\", \"times\": %d%s}"
        .formatted(period, times, more);
  }

  static String quota(int times, String period) {
    return quota(times, period, "");
  }
}
