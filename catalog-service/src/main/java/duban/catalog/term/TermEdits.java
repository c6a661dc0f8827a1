package duban.catalog.term;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.rights.Permission;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes terms, in the transaction of an edit. */
@ApplicationScoped
class TermEdits {
  private final TermRepository terms;
  private final Consequences consequences;
  private final Permission permission;

  TermEdits(TermRepository terms, Consequences consequences, Permission permission) {
    this.terms = terms;
    this.consequences = consequences;
    this.permission = permission;
  }

  Making<Edited<Term>> making(TermForm form, Confirmation confirm) {
    return new Making<>(
        permission::requireAll,
        () -> terms.findByIdOptional(form.id()).map(it -> stored(it, DeadlineChanges.NONE)),
        () -> true,
        () -> save(form, confirm));
  }

  Stored<Edited<Term>> change(
      String id, TermForm form, @Nullable String ifMatch, Confirmation confirm) {
    TermEntity before = terms.known(id);
    permission.requireAll();
    Version.require(ifMatch, before.version, "term " + id);
    if (!form.id().equals(id)) {
      throw new Refused(
          "id-fixed", "id", "id is '" + form.id() + "', but an id never changes from " + id);
    }
    return save(form, confirm);
  }

  private Stored<Edited<Term>> save(TermForm form, Confirmation confirm) {
    terms.save(List.of(form.term()));
    TermCheck.check(terms.terms());
    DeadlineChanges changes = consequences.make(Cause.TERM, confirm.given());
    return stored(terms.known(form.id()), changes);
  }

  private static Stored<Edited<Term>> stored(TermEntity term, DeadlineChanges changes) {
    return new Stored<>(new Edited<>(term.term(), changes), term.version);
  }
}
