package duban.catalog.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.catalog.snapshot.UnitRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whoever can be responsible, as it is shown and published.
 *
 * @param receives who receives for it
 * @param memberSince the first day of those members that joined later, by their ids
 * @param successor who took over when it merged or ended
 * @param endedOn the first day on which it was no more
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, LocalDate> memberSince,
    @Nullable UnitRef successor,
    @Nullable LocalDate endedOn,
    @Nullable String place,
    boolean inferred) {

  public Unit {
    memberSince = Objects.requireNonNullElse(memberSince, Map.of());
  }

  public UnitRef ref() {
    return new UnitRef(id, code, name);
  }

  /** Whether its name is that of somebody: nothing of it is published. */
  public boolean person() {
    return kind == UnitKind.DEPUTY || (relation == Relation.PERSON && kind != UnitKind.GROUP);
  }

  /**
   * As it follows its former self: a member that this did not have joins on that day; where nobody
   * was known they belonged to it all the time.
   */
  public Unit after(@Nullable Unit before, LocalDate day) {
    if (before == null || before.members.isEmpty()) {
      return this;
    }
    Set<String> known = before.members.stream().map(UnitRef::id).collect(Collectors.toSet());
    Map<String, LocalDate> since = new TreeMap<>();
    for (UnitRef member : members) {
      LocalDate first = known.contains(member.id()) ? before.memberSince.get(member.id()) : day;
      if (first != null) {
        since.put(member.id(), first);
      }
    }
    return with(version, UnaryOperator.identity(), since);
  }

  public Unit at(@Nullable Integer newVersion) {
    return with(newVersion, UnaryOperator.identity());
  }

  /** With others named as they are called now. */
  Unit naming(UnaryOperator<UnitRef> now) {
    return with(version, now);
  }

  /** For whom these units, by their ids, are not there. */
  Unit without(Set<String> hidden) {
    if (hidden.isEmpty()) {
      return this;
    }
    return new Unit(
        id,
        version,
        code,
        name,
        kind,
        shown(superior, hidden),
        relation,
        shown(receives, hidden),
        shown(organiser, hidden),
        aliases,
        shown(members, hidden),
        since(hidden),
        shown(successor, hidden),
        endedOn,
        place,
        inferred);
  }

  private Map<String, LocalDate> since(Set<String> hidden) {
    return memberSince.entrySet().stream()
        .filter(it -> !hidden.contains(it.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<UnitRef> shown(List<UnitRef> refs, Set<String> hidden) {
    return refs.stream().filter(it -> !hidden.contains(it.id())).toList();
  }

  private static @Nullable UnitRef shown(@Nullable UnitRef ref, Set<String> hidden) {
    return ref == null || hidden.contains(ref.id()) ? null : ref;
  }

  private Unit with(@Nullable Integer newVersion, UnaryOperator<UnitRef> now) {
    return with(newVersion, now, memberSince);
  }

  private Unit with(
      @Nullable Integer newVersion, UnaryOperator<UnitRef> now, Map<String, LocalDate> since) {
    return new Unit(
        id,
        newVersion,
        code,
        name,
        kind,
        superior == null ? null : now.apply(superior),
        relation,
        receives == null ? null : now.apply(receives),
        organiser.stream().map(now).toList(),
        aliases,
        members.stream().map(now).toList(),
        since,
        successor == null ? null : now.apply(successor),
        endedOn,
        place,
        inferred);
  }
}
