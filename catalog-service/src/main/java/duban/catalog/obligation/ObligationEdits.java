package duban.catalog.obligation;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes obligations, in the transaction of an edit. */
@ApplicationScoped
class ObligationEdits {
  private final ObligationRepository obligations;
  private final ObligationStore store;
  private final Drafts drafts;
  private final ObligationPermission permission;
  private final Consequences consequences;

  ObligationEdits(
      ObligationRepository obligations,
      ObligationStore store,
      Drafts drafts,
      ObligationPermission permission,
      Consequences consequences) {
    this.obligations = obligations;
    this.store = store;
    this.drafts = drafts;
    this.permission = permission;
    this.consequences = consequences;
  }

  Making<Edited<ObligationView>> making(Obligation form, Confirmation confirm) {
    return new Making<>(
        () -> permission.requireNew(form),
        () -> obligations.findByIdOptional(form.id()).map(it -> stored(it, DeadlineChanges.NONE)),
        () -> obligations.ifSeen(form.id()).isPresent(),
        () -> create(form, confirm));
  }

  /** A duty begins with the next year, unless it says otherwise. */
  private Stored<Edited<ObligationView>> create(Obligation form, Confirmation confirm) {
    return save(form, Set.of(), drafts.nextYear(), form.linked(), confirm);
  }

  Stored<Edited<ObligationView>> change(
      String id, Obligation form, @Nullable String ifMatch, Confirmation confirm) {
    return change(id, ifMatch, confirm, was -> form);
  }

  /** Changes what the caller sees of it. */
  Stored<Edited<ObligationView>> change(
      String id, @Nullable String ifMatch, Confirmation confirm, UnaryOperator<Obligation> edit) {
    ObligationEntity before = obligations.known(id);
    Obligation was = ObligationRepository.obligation(before);
    Obligation form = edit.apply(was);
    permission.require(was, form);
    // Whoever comes second can lay what stands now beside what he meant.
    Version.require(
        ifMatch, before.version, "obligation " + id, Map.of("current", ObligationView.of(before)));
    fixed("id", form.id(), id, "an id never changes from ");
    // What happened to its deadlines is chained by their measure.
    fixed(
        "measureId", form.measureId(), before.measureId, "an obligation never leaves its measure ");
    Set<String> linked = new HashSet<>(was.linked());
    linked.addAll(form.linked());
    return save(form, was.named(), before.inForceFrom, linked, confirm);
  }

  private static void fixed(String field, String given, String kept, String why) {
    if (!given.equals(kept)) {
      throw new Refused("id-fixed", field, field + " is '" + given + "', but " + why + kept);
    }
  }

  /** What it replaces, or did, is made again too. */
  private Stored<Edited<ObligationView>> save(
      Obligation form,
      Set<String> named,
      LocalDate from,
      Set<String> linked,
      Confirmation confirm) {
    Obligation checked = drafts.checked(form, named, from);
    store.save(List.of(checked));
    Set<String> touched = new HashSet<>(linked);
    touched.add(form.id());
    DeadlineChanges changes = consequences.make(Cause.OBLIGATION, touched, confirm.given());
    return stored(obligations.findById(form.id()), changes);
  }

  private static Stored<Edited<ObligationView>> stored(
      ObligationEntity obligation, DeadlineChanges changes) {
    return new Stored<>(new Edited<>(ObligationView.of(obligation), changes), obligation.version);
  }
}
