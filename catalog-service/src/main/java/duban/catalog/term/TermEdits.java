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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        () -> save(form, Set.of(form.level().name()), confirm));
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
    return save(form, new HashSet<>(List.of(before.level, form.level().name())), confirm);
  }

  private Stored<Edited<Term>> save(TermForm form, Set<String> levels, Confirmation confirm) {
    terms.save(List.of(form.term()));
    TermCheck.check(terms.terms());
    DeadlineChanges changes = consequences.make(Cause.TERM, levels, confirm.given());
    return stored(terms.known(form.id()), changes);
  }

  private static Stored<Edited<Term>> stored(TermEntity term, DeadlineChanges changes) {
    return new Stored<>(new Edited<>(term.term(), changes), term.version);
  }
}
