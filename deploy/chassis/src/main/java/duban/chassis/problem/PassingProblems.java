package duban.chassis.problem;

import duban.chassis.sql.Passing;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Whoever meets a database that is away, full or busy is told to ask again, and not of a fault. */
@ApplicationScoped
class PassingProblems implements ProblemPostProcessor {

  private static final int BEFORE_THE_LOG = 102;
  private static final int INTERNAL = 500;

  @Override
  public int priority() {
    return BEFORE_THE_LOG;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getStatusCode() != INTERNAL || !Passing.is(context.cause)) {
      return problem;
    }
    return Problems.asNamed("unavailable", Map.of("Retry-After", "2"));
  }
}
