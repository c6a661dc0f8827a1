package duban.status.event;

import duban.chassis.authorship.Authors;
import duban.chassis.rights.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who records: from the token, never from the body. */
@ApplicationScoped
class Recorder {

  private final Access access;
  private final Authors authors;

  Recorder(Access access, Authors authors) {
    this.access = access;
    this.authors = authors;
  }

  /** When it is known that the caller may. */
  Author author() {
    var caller = access.caller();
    return new Author(caller.anonymous() ? null : caller.actor(), access.actingUnit().orElse(null));
  }

  /** The name lies beside the record, where it can be erased. */
  void keepName() {
    authors.called(access.caller());
  }

  /** By actor; who asks is called as his token says. */
  Map<String, String> names(@Nullable String actor) {
    var caller = access.caller();
    if (actor == null) {
      return Map.of();
    }
    return actor.equals(caller.actor()) && caller.name() != null
        ? Map.of(actor, caller.name())
        : authors.names(List.of(actor));
  }
}
