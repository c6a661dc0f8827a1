package duban.catalog.obligation;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The obligations that the caller of an operation sees, for other features to show. */
@ApplicationScoped
public class SeenObligations {
  private static final String ANSWERS = "GET obligations/{id}/applicability";

  private final ObligationRepository obligations;
  private final Asking asking;
  private final Beside beside;
  private final Seen seen;
  private final Access access;

  SeenObligations(
      ObligationRepository obligations, Asking asking, Beside beside, Seen seen, Access access) {
    this.obligations = obligations;
    this.asking = asking;
    this.beside = beside;
    this.seen = seen;
    this.access = access;
  }

  /** One with the version from which an edit starts. */
  public record Versioned(Obligation obligation, int version) {}

  /** All of them, in the order of their ids. */
  public List<Versioned> all(String operation) {
    var all = seen.obligations(new Where(), operation).all(obligations);
    var view = beside.view(all, operation);
    return all.stream()
        .sorted(Comparator.comparing((ObligationEntity it) -> it.id))
        .map(view)
        .map(it -> new Versioned(it.obligation(), it.version()))
        .toList();
  }

  /** Those of these that the caller sees, as he sees them. */
  public List<Obligation> of(Collection<Obligation> these, String operation) {
    Set<String> known = ids(these, operation);
    return these.stream()
        .filter(it -> known.contains(it.id()))
        .map(beside.view(known, operation))
        .toList();
  }

  private Set<String> ids(Collection<Obligation> these, String operation) {
    if (these.isEmpty()) {
      return Set.of();
    }
    Where where = new Where().and("id in :ids", "ids", these.stream().map(Obligation::id).toList());
    return seen.obligations(where, operation)
        .ids(obligations, ObligationEntity.class, String.class);
  }

  /** A 404 problem for one that is not seen. */
  public Obligation known(String id, String operation) {
    return known(id, seen.obligations(new Where(), operation));
  }

  /** The same for who may know how far it was carried out; what is published may not say that. */
  public Obligation knownByState(String id, String operation) {
    var sight = access.sight(operation);
    if (sight.everything()) {
      return known(id, new Where());
    }
    return known(
        id,
        sight.states()
            ? seen.obligations(new Where(), ObligationRepository.ONE)
            : seen.obligationsBesidePublished(new Where(), operation));
  }

  private Obligation known(String id, Where where) {
    return Parameter.text("id", id)
        .flatMap(it -> where.equal("id", it).first(obligations))
        .map(ObligationRepository::obligation)
        .orElseThrow(
            () ->
                Problems.notFound("obligation-not-known", "No obligation has the id '" + id + "'"));
  }

  /** All, whoever asks, in the order of their ids: {@link #of} says who sees them. */
  public List<Obligation> every() {
    return obligations.obligations();
  }

  /** Of all: what pauses or ends an obligation does so for everybody. */
  public Succession succession() {
    return new Succession(every());
  }

  /** The ids of those of which the caller may know to whom they apply. */
  public Set<String> answered() {
    return seen.obligations(new Where(), ANSWERS)
        .ids(obligations, ObligationEntity.class, String.class);
  }

  /** The same of these. */
  public Set<String> answered(Collection<Obligation> these) {
    return ids(these, ANSWERS);
  }

  /** Units of which nobody has said yet whether it applies to them. */
  public List<UnitRef> unanswered(Obligation obligation, Set<String> hidden) {
    return asking.of(obligation, hidden).stream()
        .filter(it -> it.applies() == null)
        .map(Answer::unit)
        .toList();
  }
}
