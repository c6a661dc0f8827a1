package duban.catalog.occasion;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Making;
import duban.catalog.edit.MakingAll;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes occasions, in the transaction of an edit. */
@ApplicationScoped
class OccasionEdits {
  private final OccasionRepository occasions;
  private final OccasionReferences references;
  private final OccasionStore store;
  private final OccasionPermission permission;
  private final Consequences consequences;

  OccasionEdits(
      OccasionRepository occasions,
      OccasionReferences references,
      OccasionStore store,
      OccasionPermission permission,
      Consequences consequences) {
    this.occasions = occasions;
    this.references = references;
    this.store = store;
    this.permission = permission;
    this.consequences = consequences;
  }

  Making<Edited<Occasion>> making(OccasionForm form, Confirmation confirm) {
    List<OccasionForm> one = List.of(form);
    return new Making<>(
        () -> ask(one, false),
        () -> occasions.findByIdOptional(form.id()).map(it -> stored(it, DeadlineChanges.NONE)),
        () -> occasions.ifSeen(form.id()).isPresent(),
        () -> {
          DeadlineChanges changes = save(references.of(one, false), false, it -> true, confirm);
          return stored(occasions.findById(form.id()), changes);
        });
  }

  MakingAll<Edited<OccasionPlan.Planned>> making(OccasionPlan plan, Confirmation confirm) {
    return new MakingAll<>(
        () -> {
          plan.expectApart();
          ask(plan.occasions(), true);
        },
        id -> occasions.findByIdOptional(UUID.fromString(id)).isPresent(),
        id -> occasions.ifSeen(UUID.fromString(id)).isPresent(),
        fresh -> make(plan, fresh, confirm));
  }

  private void ask(List<OccasionForm> forms, boolean many) {
    references.of(forms, many).forEach(it -> permission.require(List.of(it)));
  }

  private Edited<OccasionPlan.Planned> make(
      OccasionPlan plan, Set<String> fresh, Confirmation confirm) {
    DeadlineChanges changes = DeadlineChanges.NONE;
    if (!fresh.isEmpty()) {
      List<Occasion> all = references.of(plan.occasions(), true);
      changes = save(all, true, it -> fresh.contains(it.id().toString()), confirm);
    }
    List<OccasionEntity> now =
        plan.occasions().stream()
            .map(it -> Objects.requireNonNull(occasions.findById(it.id())))
            .toList();
    return new Edited<>(new OccasionPlan.Planned(occasions.occasions(now)), changes);
  }

  /** It never becomes another's, nor one of another type: that would be another occasion. */
  Stored<Edited<Occasion>> change(
      String id, OccasionForm form, @Nullable String ifMatch, Confirmation confirm) {
    OccasionEntity before = occasions.known(id);
    Occasion was = occasions.occasion(before);
    permission.require(List.of(was));
    Version.require(ifMatch, before.version, "occasion " + id, Map.of("current", was));
    fixed("id", form.id(), was.id());
    fixed("type", form.type(), was.type());
    Occasion next = references.of(form, before);
    fixed("unit", code(next), code(was));
    permission.require(List.of(was, next));
    expectInItsYear(was, next);
    DeadlineChanges changes = save(List.of(next), false, it -> true, confirm);
    return stored(occasions.findById(was.id()), changes);
  }

  /**
   * @param many whether a refusal says which
   * @param written which of them; the others are there already
   */
  private DeadlineChanges save(
      List<Occasion> all, boolean many, Predicate<Occasion> written, Confirmation confirm) {
    var check = new OccasionCheck(occasions.types(), occasions.attributes());
    var together = new OccasionsTogether(occasions.all());
    each(all, many, written, check::check);
    each(all, many, written, together::add);
    each(all, many, written, together::expectBefore);
    store.save(all.stream().filter(written).toList());
    Set<String> types = all.stream().map(Occasion::type).collect(Collectors.toSet());
    return consequences.make(Cause.OCCASION, types, confirm.given());
  }

  private static void each(
      List<Occasion> all, boolean many, Predicate<Occasion> written, Consumer<Occasion> check) {
    for (int i = 0; i < all.size(); i++) {
      Occasion one = all.get(i);
      if (written.test(one)) {
        OccasionReferences.numbered(
            many ? i : -1,
            () -> {
              check.accept(one);
              return one;
            });
      }
    }
  }

  private Stored<Edited<Occasion>> stored(OccasionEntity entity, DeadlineChanges changes) {
    return new Stored<>(new Edited<>(occasions.occasion(entity), changes), entity.version);
  }

  /** One that was made for a year stays in it: none would be made for the year again. */
  private static void expectInItsYear(Occasion was, Occasion next) {
    String unit = was.unit() == null ? null : was.unit().id();
    boolean made = new Expected(was.type(), was.year(), unit).id().equals(was.id());
    int year = next.date() == null ? next.year() : next.date().getYear();
    if (made && year != was.year()) {
      throw new Refused(
          "invalid-occasion",
          "%1$s, but this occasion stands for %2$d: give a day of %2$d, or enter another of %3$d and cancel this one if %2$d has none"
              .formatted(
                  next.date() == null ? "year is " + year : "date is " + next.date(),
                  was.year(),
                  year));
    }
  }

  private static String code(Occasion occasion) {
    return occasion.unit() == null ? "absent" : occasion.unit().code();
  }

  private static void fixed(String field, Object given, Object before) {
    if (!given.equals(before)) {
      throw new Refused(
          "id-fixed",
          field,
          "%s is '%s', but %s of an occasion never changes from %s"
              .formatted(field, given, field, before));
    }
  }
}
