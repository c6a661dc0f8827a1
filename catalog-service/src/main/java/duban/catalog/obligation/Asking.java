package duban.catalog.obligation;

import duban.catalog.edit.Cause;
import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Consequences;
import duban.catalog.edit.DeadlineChanges;
import duban.catalog.edit.Edited;
import duban.catalog.edit.Stored;
import duban.catalog.unit.Unit;
import duban.catalog.unit.UnitRepository;
import duban.catalog.unit.Units;
import duban.chassis.clock.BusinessClock;
import duban.chassis.edit.Version;
import duban.chassis.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks of each unit on which a duty is laid whether it applies, and keeps the answers. */
@ApplicationScoped
class Asking {
  private final ObligationRepository obligations;
  private final ObligationPermission permission;
  private final UnitRepository units;
  private final Answers answers;
  private final Consequences consequences;
  private final BusinessClock clock;

  Asking(
      ObligationRepository obligations,
      ObligationPermission permission,
      UnitRepository units,
      Answers answers,
      Consequences consequences,
      BusinessClock clock) {
    this.obligations = obligations;
    this.permission = permission;
    this.units = units;
    this.answers = answers;
    this.consequences = consequences;
    this.clock = clock;
  }

  /** One for each unit of which it is asked; empty where nothing is asked. */
  List<Answer> of(Obligation obligation, Set<String> hidden) {
    String question = obligation.who().appliesWhen();
    if (question == null) {
      return List.of();
    }
    var known = answers.all();
    return asked(obligation, units.all()).stream()
        .filter(it -> !hidden.contains(it.id()))
        .map(it -> new Answer(obligation.id(), it.ref(), question, known.of(obligation, it)))
        .toList();
  }

  private List<Unit> asked(Obligation obligation, Units all) {
    var who = obligation.who();
    // Whom an occasion names is known only with the occasion.
    var named = who.responsible().stream().filter(it -> !it.equals(Who.LEAD)).toList();
    return Responsibility.of(who, named, all, clock.today()).stream()
        .map(Responsibility::laidOn)
        .toList();
  }

  /** With how often it changed; throws 404 unit-not-known if nothing is asked of it. */
  Stored<Answer> of(Obligation obligation, Set<String> hidden, String unit) {
    Answer asked =
        of(obligation, hidden).stream()
            .filter(it -> it.unit().id().equals(unit) || it.unit().code().equals(unit))
            .findFirst()
            .orElseThrow(() -> notAsked(obligation.id(), unit));
    return new Stored<>(asked, answers.version(obligation.id(), asked.unit().id()));
  }

  private static RuntimeException notAsked(String obligation, String unit) {
    return Problems.notFound(
        "unit-not-known",
        "No unit of which "
            + obligation
            + " asks whether it applies has the id or code '"
            + unit
            + "'");
  }

  Stored<Edited<Answer>> answer(
      String id, String unit, boolean applies, @Nullable String ifMatch, Confirmation confirm) {
    Obligation obligation = ObligationRepository.obligation(obligations.known(id));
    permission.require(obligation, obligation);
    Stored<Answer> before = of(obligation, Set.of(), unit);
    Version.require(ifMatch, before.version(), "answer of " + unit + " to " + id);
    answers.put(id, before.body().unit().id(), applies);
    DeadlineChanges changes = consequences.make(Cause.OBLIGATION, Set.of(id), confirm.given());
    Stored<Answer> now = of(obligation, Set.of(), unit);
    return new Stored<>(new Edited<>(now.body(), changes), now.version());
  }
}
