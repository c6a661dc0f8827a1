package duban.catalog.occasion;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.rights.Permission;
import duban.catalog.unit.UnitRepository;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes types of occasions, in the transaction of an edit. */
@ApplicationScoped
class OccasionTypeEdits {
  private final OccasionTypeRepository types;
  private final OccasionRepository occasions;
  private final AttributeUse use;
  private final UnitRepository units;
  private final Consequences consequences;
  private final Permission permission;

  OccasionTypeEdits(
      OccasionTypeRepository types,
      OccasionRepository occasions,
      AttributeUse use,
      UnitRepository units,
      Consequences consequences,
      Permission permission) {
    this.types = types;
    this.occasions = occasions;
    this.use = use;
    this.units = units;
    this.consequences = consequences;
    this.permission = permission;
  }

  Making<Edited<OccasionType>> making(OccasionTypeForm form, Confirmation confirm) {
    return new Making<>(
        permission::requireAll,
        () -> types.findByIdOptional(form.id()).map(it -> stored(it, DeadlineChanges.NONE)),
        () -> true,
        () -> save(form, confirm));
  }

  Stored<Edited<OccasionType>> change(
      String id, OccasionTypeForm form, @Nullable String ifMatch, Confirmation confirm) {
    OccasionTypeEntity before = types.known(id);
    permission.requireAll();
    Version.require(ifMatch, before.version, "type of occasions " + id);
    if (!form.id().equals(id)) {
      throw new Refused(
          "id-fixed", "id", "id is '" + form.id() + "', but an id never changes from " + id);
    }
    return save(form, confirm);
  }

  private Stored<Edited<OccasionType>> save(OccasionTypeForm form, Confirmation confirm) {
    OccasionType type = form.type(units.seen(Set.of()));
    type.check(occasions.attributes().keySet());
    types.save(List.of(type));
    expectFitting(type);
    use.expectAskedStays(type);
    use.expectUndatedStay(type);
    DeadlineChanges changes = consequences.make(Cause.OCCASION, Set.of(form.id()), confirm.given());
    return stored(types.known(form.id()), changes);
  }

  /** What staff have entered stays right. What the service has made goes by itself. */
  private void expectFitting(OccasionType type) {
    var check = new OccasionCheck(occasions.types(), occasions.attributes());
    var entered =
        occasions.list("type = ?1 and cancelled = false and untouched = false", type.id());
    for (Occasion each : occasions.occasions(entered)) {
      try {
        check.check(each);
      } catch (Refused e) {
        String field = each.date() == null && !type.yearly() ? "yearly" : "attributes";
        throw new Refused(
            "invalid-occasion-type",
            field,
            "%s: the occasion %s would be wrong: %s".formatted(field, each.id(), e.getMessage()));
      }
    }
  }

  private Stored<Edited<OccasionType>> stored(OccasionTypeEntity type, DeadlineChanges changes) {
    return new Stored<>(new Edited<>(types.type(type), changes), type.version);
  }
}
