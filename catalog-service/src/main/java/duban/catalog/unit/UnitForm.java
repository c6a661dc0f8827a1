package duban.catalog.unit;

import duban.catalog.edit.Day;
import duban.catalog.edit.Refused;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.edit.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A unit as staff write it. Other units are named by id or code; an absent field does not apply.
 *
 * @param code what people type; absent: the id
 * @param memberSince the first day of a member, by its id or code: it owes from the first period
 *     that begins then or later; absent: of a member that is new today, otherwise as it was
 */
@Schema(
    additionalProperties = Schema.False.class,
    extensions =
        @Extension(name = "x-refers-to", value = "superior receives organiser members successor"))
record UnitForm(
    @NotNull @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 60) String id,
    @Pattern(regexp = Code.FORM, message = Code.WRITTEN) @Size(max = 60) @Nullable String code,
    @NotBlank @Size(max = 100) String name,
    @NotNull UnitKind kind,
    @Size(max = 60) @Nullable String superior,
    @Nullable Relation relation,
    @Size(max = 60) @Nullable String receives,
    @Size(max = 50) List<@NotNull @Size(max = 60) String> organiser,
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> aliases,
    @Size(max = 500) List<@NotNull @Size(max = 60) String> members,
    @Size(max = 500) Map<@NotNull @Size(max = 60) String, @NotNull LocalDate> memberSince,
    @Size(max = 60) @Nullable String successor,
    @Nullable LocalDate endedOn,
    @Size(max = 100) @Nullable String place,
    @Nullable Boolean inferred) {

  UnitForm {
    organiser = Objects.requireNonNullElse(organiser, List.of());
    aliases = Objects.requireNonNullElse(aliases, List.of());
    members = Objects.requireNonNullElse(members, List.of());
    memberSince = Objects.requireNonNullElse(memberSince, Map.of());
  }

  /**
   * The unit that is meant.
   *
   * @param before what it was
   * @param joined the day on which a member joins of which nothing is said; absent: it always was
   *     one
   */
  Unit among(Units units, @Nullable Unit before, @Nullable LocalDate joined) {
    List<UnitRef> belong = refs("members", members, units);
    return new Unit(
        id,
        null,
        Objects.requireNonNullElse(code, id),
        name,
        kind,
        ref("superior", superior, units),
        relation,
        ref("receives", receives, units),
        refs("organiser", organiser, units),
        aliases,
        belong,
        since(belong, before, joined),
        ref("successor", successor, units),
        endedOn,
        place,
        Boolean.TRUE.equals(inferred));
  }

  private Map<String, LocalDate> since(
      List<UnitRef> belong, @Nullable Unit before, @Nullable LocalDate joined) {
    memberSince.forEach(
        (member, day) -> {
          Day.expect("invalid-unit", "memberSince", day);
          if (belong.stream().noneMatch(it -> it.id().equals(member) || it.code().equals(member))) {
            throw new Refused(
                "invalid-unit",
                "memberSince",
                "memberSince names '" + member + "'; give the id or code of one of the members");
          }
        });
    Map<String, LocalDate> since = new TreeMap<>();
    for (UnitRef member : belong) {
      LocalDate given = memberSince.getOrDefault(member.id(), memberSince.get(member.code()));
      LocalDate day = given != null ? given : sinceBefore(member, before, joined);
      if (day != null) {
        since.put(member.id(), day);
      }
    }
    return since;
  }

  /** Those who are named first, where nobody was known, belonged to it all the time. */
  private static @Nullable LocalDate sinceBefore(
      UnitRef member, @Nullable Unit before, @Nullable LocalDate joined) {
    if (before == null || before.members().isEmpty()) {
      return null;
    }
    return before.members().stream().anyMatch(it -> it.id().equals(member.id()))
        ? before.memberSince().get(member.id())
        : joined;
  }

  private List<UnitRef> refs(String field, List<String> named, Units units) {
    return named.stream().map(it -> Objects.requireNonNull(ref(field, it, units))).toList();
  }

  private @Nullable UnitRef ref(String field, @Nullable String named, Units units) {
    if (named == null) {
      return null;
    }
    if (named.equals(id)) {
      return new UnitRef(id, Objects.requireNonNullElse(code, id), name);
    }
    return units.named(field, named);
  }
}
