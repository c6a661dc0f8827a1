package duban.status.event;

import duban.status.chain.Chain;
import duban.status.deadline.Deadline;
import duban.status.deadline.Deadlines;
import duban.status.sight.Sights;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what is asked for. */
@ApplicationScoped
class Requests {

  private final Deadlines deadlines;
  private final Chain chain;
  private final Sights sights;

  Requests(Deadlines deadlines, Chain chain, Sights sights) {
    this.deadlines = deadlines;
    this.chain = chain;
    this.sights = sights;
  }

  /** Throws the problem to answer, as far as the request alone is judged. */
  Fact read(NewEvent request) {
    Fact fact = Form.begin(request);
    try {
      Form.complete(fact);
    } catch (HttpProblem incomplete) {
      notOfKind(fact);
      throw incomplete;
    }
    return fact;
  }

  /** Nobody is made to fill in one field after another of what is refused in the end. */
  private void notOfKind(Fact fact) {
    Deadline deadline = deadlines.found(List.of(fact.deadlineId())).get(fact.deadlineId());
    // What one may not see is like what is not there.
    if (deadline != null && sights.seesProgress(deadline)) {
      Admission.kind(fact.type(), deadline, chain.ofDeadline(deadline.id()));
    }
  }
}
