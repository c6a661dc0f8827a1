package duban.catalog.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever can be responsible, as it is shown and published.
 *
 * @param receives who receives for it
 * @param place the township or sub-district that it belongs to; tells which party committee stands
 *     beside which congress
 * @param inferred not printed in the document; staff confirm it
 */
public record Unit(
    String id,
    @Nullable Integer version,
    String code,
    String name,
    UnitKind kind,
    @Nullable UnitRef superior,
    @Nullable Relation relation,
    @Nullable UnitRef receives,
    List<UnitRef> organiser,
    List<String> aliases,
    List<UnitRef> members,
    @Nullable UnitRef successor,
    @Nullable String place,
    boolean inferred) {

  public UnitRef ref() {
    return new UnitRef(id, code, name);
  }

  Unit at(int newVersion) {
    return new Unit(
        id,
        newVersion,
        code,
        name,
        kind,
        superior,
        relation,
        receives,
        organiser,
        aliases,
        members,
        successor,
        place,
        inferred);
  }
}
