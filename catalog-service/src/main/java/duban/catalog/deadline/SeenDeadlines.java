package duban.catalog.deadline;

import duban.catalog.listing.Where;
import duban.catalog.rights.Seen;
import duban.catalog.rule.RuleKind;
import duban.catalog.snapshot.UnitRef;
import duban.chassis.problem.Parameter;
import duban.chassis.rights.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deadlines that the caller of an operation sees, for other features to show. */
@ApplicationScoped
public class SeenDeadlines {
  private final DeadlineRepository deadlines;
  private final Seen seen;
  private final Access access;

  SeenDeadlines(DeadlineRepository deadlines, Seen seen, Access access) {
    this.deadlines = deadlines;
    this.seen = seen;
    this.access = access;
  }

  /** What of one is shown elsewhere. */
  public record Dated(
      UUID id,
      String obligationId,
      UnitRef unit,
      RuleKind kind,
      String period,
      LocalDate periodFrom,
      LocalDate periodTo,
      @Nullable String checkpoint,
      LocalDate opensOn,
      LocalDate dueOn,
      @Nullable Integer required,
      boolean provisional,
      boolean membersUnknown,
      boolean tally) {

    private static Dated of(Deadline deadline) {
      return new Dated(
          deadline.id(),
          deadline.obligationId(),
          deadline.unit(),
          deadline.kind(),
          deadline.period(),
          deadline.periodFrom(),
          deadline.periodTo(),
          deadline.checkpoint(),
          deadline.opensOn(),
          deadline.dueOn(),
          deadline.required(),
          deadline.provisional(),
          Boolean.TRUE.equals(deadline.membersUnknown()),
          Boolean.TRUE.equals(deadline.tally()));
    }
  }

  /**
   * Those that stand and are due on that day or later.
   *
   * @param units by their ids; empty: of all
   */
  public List<Dated> dueFrom(LocalDate first, Set<String> units, String operation) {
    Where where = standing().and("dueOn >= :first", "first", first);
    if (!units.isEmpty()) {
      where.and("unitId in :units", "units", units);
    }
    return all(seen.deadlines(where, operation));
  }

  /** The same of all, whoever asks: {@link #idsDueFrom} says who sees them. */
  public List<Dated> everyDueFrom(LocalDate first) {
    return all(standing().and("dueOn >= :first", "first", first));
  }

  /** The ids of those of these obligations. */
  public Set<UUID> idsDueFrom(LocalDate first, Set<String> obligations, String operation) {
    Where where =
        standing()
            .and("dueOn >= :first", "first", first)
            .and("obligationId in :obligations", "obligations", obligations);
    return seen.deadlines(where, operation).ids(deadlines, DeadlineEntity.class, UUID.class);
  }

  /**
   * Those of an obligation that stand in a period, or in one that lies in a year, where the caller
   * may know how far they were carried out.
   */
  public List<Dated> byState(String obligation, String period, String operation) {
    Where where =
        standing()
            .equal("obligationId", obligation)
            .and("period in :periods", "periods", Parameter.within(period));
    var sight = access.sight(operation);
    if (sight.everything()) {
      return all(where);
    }
    return all(
        sight.states()
            ? seen.deadlinesByState(where, DeadlineFilter.LIST)
            : seen.deadlinesBesidePublished(where, operation));
  }

  private static Where standing() {
    return new Where().equal("status", DeadlineStatus.ACTIVE.name());
  }

  private List<Dated> all(Where where) {
    return where.all(deadlines).stream().map(it -> Dated.of(it.deadline())).toList();
  }
}
