package duban.catalog.obligation;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.snapshot.Snapshot;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where obligations are read. */
@ApplicationScoped
public class ObligationRepository implements PanacheRepositoryBase<ObligationEntity, String> {
  /** What is not read by this is not there for whoever writes. */
  static final String ONE = "GET obligations/{id}";

  private final Seen seen;

  ObligationRepository(Seen seen) {
    this.seen = seen;
  }

  public List<Obligation> obligations() {
    return list("order by id").stream().map(ObligationRepository::obligation).toList();
  }

  public Optional<Obligation> obligation(String id) {
    return findByIdOptional(id).map(ObligationRepository::obligation);
  }

  /** One that the caller does not see is not there. */
  ObligationEntity known(String id) {
    return known(id, ONE);
  }

  /** As the caller of the operation sees it. */
  public Obligation seen(String id, String operation) {
    return obligation(known(id, operation));
  }

  private ObligationEntity known(String id, String operation) {
    return Parameter.text("id", id)
        .flatMap(it -> seen.obligations(new Where().equal("id", it), operation).first(this))
        .orElseThrow(
            () ->
                Problems.notFound("obligation-not-known", "No obligation has the id '" + id + "'"));
  }

  Optional<ObligationEntity> ifSeen(String id) {
    return seen.obligations(new Where().equal("id", id), ONE).first(this);
  }

  /** Since when each is in force, by its id. */
  public Map<String, LocalDate> inForceFrom() {
    return listAll().stream().collect(Collectors.toMap(it -> it.id, it -> it.inForceFrom));
  }

  static Obligation obligation(ObligationEntity entity) {
    return Snapshot.read(entity.body, Obligation.class);
  }
}
