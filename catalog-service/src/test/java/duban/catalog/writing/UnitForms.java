package duban.catalog.writing;

import static duban.catalog.writing.Caller.body;
import static duban.catalog.writing.Caller.get;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What an editor would send back of a unit without changing it. */
final class UnitForms {
  private UnitForms() {}

  static ObjectNode of(String id) {
    ObjectNode form = (ObjectNode) body(get("units/" + id));
    form.remove("version");
    for (String ref : List.of("superior", "receives", "successor")) {
      if (form.has(ref)) {
        form.put(ref, form.at("/" + ref + "/id").asText());
      }
    }
    for (String refs : List.of("organiser", "members")) {
      var ids = form.path(refs).findValuesAsText("id");
      ids.forEach(form.putArray(refs)::add);
    }
    return form;
  }
}
