package duban.catalog.occasion;

import duban.catalog.edit.Making;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.rights.Permission;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes attributes, in the transaction of an edit. No deadline depends on what is left to say.
 */
@ApplicationScoped
class AttributeEdits {
  private final AttributeRepository attributes;
  private final AttributeUse use;
  private final Permission permission;

  AttributeEdits(AttributeRepository attributes, AttributeUse use, Permission permission) {
    this.attributes = attributes;
    this.use = use;
    this.permission = permission;
  }

  Making<AttributeType> making(AttributeForm form) {
    return new Making<>(
        permission::requireAll,
        () -> attributes.findByIdOptional(form.name()).map(AttributeEdits::stored),
        () -> true,
        () -> save(form));
  }

  Stored<AttributeType> change(String name, AttributeForm form, @Nullable String ifMatch) {
    AttributeEntity before = attributes.known(name);
    permission.requireAll();
    Version.require(ifMatch, before.version, "attribute " + name);
    if (!form.name().equals(name)) {
      throw new Refused(
          "id-fixed",
          "name",
          "name is '" + form.name() + "', but a name never changes from " + name);
    }
    if (!form.type().name().equals(before.type)) {
      use.expectNone(before, form.type());
    }
    return save(form);
  }

  private Stored<AttributeType> save(AttributeForm form) {
    attributes.save(List.of(form.attribute()));
    return stored(attributes.known(form.name()));
  }

  private static Stored<AttributeType> stored(AttributeEntity attribute) {
    return new Stored<>(attribute.attribute(), attribute.version);
  }
}
