package duban.notification.policy;

import duban.chassis.authorship.Authorship;
import duban.chassis.edit.Version;
import duban.chassis.problem.Problems;
import duban.notification.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Creates and changes policies, or, with {@code dry}, says what that would do. */
@ApplicationScoped
class Editing {

  /**
   * What came of it.
   *
   * @param created whether it was not there before
   */
  record Edited(PolicyAnswer answer, boolean created) {}

  private final Policies policies;
  private final Units units;
  private final Effects effects;
  private final TransactionSynchronizationRegistry transaction;
  private final Authorship authorship;

  Editing(
      Policies policies,
      Units units,
      Effects effects,
      TransactionSynchronizationRegistry transaction,
      Authorship authorship) {
    this.policies = policies;
    this.units = units;
    this.effects = effects;
    this.transaction = transaction;
    this.authorship = authorship;
  }

  @Transactional
  Edited create(NewPolicy wanted, boolean dry) {
    if (wanted.unit() != null && wanted.obligation() != null) {
      throw Problems.unprocessable(
          "policy-contradiction",
          "a policy is for all, for an obligation or for a unit; give obligation or unit, not both",
          "unit");
    }
    Sense.check(wanted.steps());
    if (wanted.unit() != null) {
      units.require("unit", wanted.unit());
    }
    var policy = wanted.policy();
    var created = policies.insert(policy);
    if (created) {
      wrote(policy, dry);
    } else {
      policy = sameAs(policy);
    }
    return new Edited(answer(policy, dry), created);
  }

  /** What was created by the same request before. */
  private Policy sameAs(Policy wanted) {
    var known = policies.find(wanted.id());
    if (known.isEmpty()) {
      throw Problems.conflict(
          "policy-scope-taken",
          "The policy "
              + policies.alike(wanted).map(Policy::id).orElse("?")
              + " covers exactly the same; change that one");
    }
    if (!known.get().same(wanted)) {
      throw Problems.conflict(
          "policy-conflict",
          "There is another policy with the id " + wanted.id() + "; change it with PUT");
    }
    return known.get();
  }

  @Transactional
  PolicyAnswer change(String id, PolicyChange change, @Nullable String ifMatch, boolean dry) {
    var known =
        policies
            .locked(id)
            .orElseThrow(
                () ->
                    Problems.notFound("policy-not-known", "There is no policy with the id " + id));
    Version.require(ifMatch, known.version(), "policy " + id);
    Sense.check(change.steps());
    var changed = known.changed(change.enabled(), java.util.List.copyOf(change.steps()));
    if (changed.same(known)) {
      changed = known;
    } else {
      policies.update(changed);
      wrote(changed, dry);
    }
    return answer(changed, dry);
  }

  private void wrote(Policy policy, boolean dry) {
    if (!dry) {
      authorship.wrote("policy", policy.id(), policy.version());
    }
  }

  private PolicyAnswer answer(Policy policy, boolean dry) {
    var answer = new PolicyAnswer(PolicyView.of(policy), effects.of(policy, policies.all()));
    if (dry) {
      transaction.setRollbackOnly();
    }
    return answer;
  }
}
