package duban.catalog.gap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.SeenObligations.Versioned;
import duban.catalog.snapshot.Snapshot;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.edit.Version;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gaps of one obligation, which share its names, its address and its version. */
record Draft(Versioned of) {

  Obligation obligation() {
    return of.obligation();
  }

  /**
   * @param apart what tells it from others of its kind; empty if nothing is needed
   */
  Gap gap(
      GapKind kind,
      String apart,
      @Nullable UnitRef unit,
      @Nullable String field,
      String sentence,
      String english,
      Settle settle) {
    Obligation one = obligation();
    return new Gap(
        kind + ":" + one.id() + (apart.isEmpty() ? "" : ":" + apart),
        kind,
        one.id() + "《" + one.title() + "》" + sentence,
        one.id() + " “" + one.title() + "” " + english,
        List.of(one.id()),
        List.of(one.measureId()),
        unit,
        field,
        null,
        null,
        settle);
  }

  /** A part of it is put. */
  Settle part(String part, ObjectNode body, String... fill) {
    return new Settle("PUT", path() + "/" + part, etag(), body, List.of(fill));
  }

  /** The same of a part with versions of its own, of which there is none yet. */
  Settle first(String part, ObjectNode body, String... fill) {
    return new Settle("PUT", path() + "/" + part, Version.etag(0), body, List.of(fill));
  }

  /** All of it is put. */
  Settle whole(ObjectNode body, String... fill) {
    return new Settle("PUT", path(), etag(), body, List.of(fill));
  }

  /** As it is now, to be changed. */
  ObjectNode body() {
    return Snapshot.read(Snapshot.write(obligation()), ObjectNode.class);
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** As a part of an address. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String path() {
    return "obligations/" + segment(obligation().id());
  }

  private String etag() {
    return Version.etag(of.version());
  }
}
