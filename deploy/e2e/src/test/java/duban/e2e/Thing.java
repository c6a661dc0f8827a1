package duban.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;

/**
 * What staff change again and again. Of the numbers from 1 on each makes another value than the one
 * before.
 */
enum Thing {
  /** A township, by an alias: one snapshot. */
  UNIT("catalog", "/api/catalog/units", "XRD-01", false) {
    @Override
    String value(int number) {
      return "第" + number + "个别名";
    }

    @Override
    String shown(JsonNode unit) {
      return unit.path("aliases").path(0).asText();
    }

    @Override
    ObjectNode form(Whole whole) throws IOException, InterruptedException {
      var form = (ObjectNode) whole.get(path()).body().deepCopy();
      form.remove("version");
      for (var field : new String[] {"superior", "receives", "successor"}) {
        if (form.hasNonNull(field)) {
          form.put(field, form.path(field).path("id").asText());
        }
      }
      for (var field : new String[] {"organiser", "members"}) {
        var named = form.path(field).deepCopy();
        var ids = form.putArray(field);
        named.forEach(it -> ids.add(it.path("id").asText()));
      }
      return form;
    }

    @Override
    void put(ObjectNode form, String value) {
      form.putArray("aliases").add(value);
    }
  },

  /** An obligation of the departments, by its day: it moves the deadlines of all of them. */
  OBLIGATION("catalog", "/api/catalog/obligations", "o-e2e", true) {
    @Override
    String value(int number) {
      // Working days all: another would be moved to one. Nothing else is due on any of them.
      var some = number % 80;
      return LocalDate.of(2028, 5, 8).plusDays(some / 5 * 7 + some % 5).toString();
    }

    @Override
    String shown(JsonNode obligation) {
      return "2028" + obligation.path("rule").path("due").asText().substring(1);
    }

    @Override
    ObjectNode form(Whole whole) throws IOException {
      return read(
          """
          {"id": "o-e2e", "measureId": "chaoyang-2015-T2-1", "title": "报送贯彻实施情况",
           "quote": "区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",
           "strength": "MUST",
           "who": {"responsible": ["QZF-BM"], "supervisor": "RDCWH-BG", "fanOut": "PER_UNIT"},
           "rule": {"kind": "WINDOW", "period": "YEAR", "times": 1, "opens": "--02-01",
                    "lead": "P20D"},
           "afterDue": "MAKE_UP", "inForceFrom": "2028-01-01"}
          """);
    }

    @Override
    void put(ObjectNode form, String value) {
      ((ObjectNode) form.path("rule")).put("due", "-" + value.substring(4));
    }
  },

  /** A recipient for the area, which owes nothing, by its name. */
  CONTACT("notification", "/api/notification/contacts", "e2e-office", true) {
    @Override
    String value(int number) {
      return "第" + number + "办公室";
    }

    @Override
    String shown(JsonNode contact) {
      return contact.path("name").asText();
    }

    @Override
    ObjectNode form(Whole whole) throws IOException {
      return read("{\"email\": \"office@e2e.example\", \"units\": [\"CY\"], \"active\": true}");
    }

    @Override
    void put(ObjectNode form, String value) {
      form.put("name", value);
    }
  };

  /** As many as there are departments. */
  static final int DEADLINES = 27;

  private final String service;
  private final String list;
  private final String id;
  private final boolean own;

  Thing(String service, String list, String id, boolean own) {
    this.service = service;
    this.list = list;
    this.id = id;
    this.own = own;
  }

  abstract String value(int number);

  /** The value in an answer of the service. */
  abstract String shown(JsonNode body);

  /** As it is written, but for the value. */
  abstract ObjectNode form(Whole whole) throws IOException, InterruptedException;

  abstract void put(ObjectNode form, String value);

  String service() {
    return service;
  }

  String id() {
    return id;
  }

  String path() {
    return list + "/" + id;
  }

  /** Makes it if it is of the test's own, and answers with what is written of it. */
  ObjectNode begin(Whole whole) throws IOException, InterruptedException {
    var form = form(whole);
    if (own) {
      put(form, value(0));
      var first = form.deepCopy().put("id", id);
      first.remove("active");
      var made = whole.post(list, first.toString());
      if (made.status() != 201) {
        throw new IllegalStateException(made.text());
      }
    }
    return form;
  }

  private static ObjectNode read(String json) throws IOException {
    return (ObjectNode) Whole.JSON.readTree(json);
  }
}
