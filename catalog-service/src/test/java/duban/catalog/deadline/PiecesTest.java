package duban.catalog.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.deadline.Pieces.Slice;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.ObligationRepository;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestTransaction
class PiecesTest {
  private static final LocalDate EVER = LocalDate.parse("2000-01-01");

  @Inject DeadlineStore deadlines;
  @Inject ObligationRepository obligations;

  @Test
  void theSlicesOfRulesAreAllTheirDeadlinesEachOnce() {
    Part whole = Part.whole(obligations.obligations());
    Set<UUID> all = new HashSet<>(ids(whole));
    List<UUID> found = new ArrayList<>();
    for (int number = 0; number < 7; number++) {
      Slice slice = new Slice(number, 7);
      var some = ids(whole.of(whole.rules(), slice));
      assertThat(some).isNotEmpty().allMatch(slice::has);
      found.addAll(some);
    }
    assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aRuleWithManyIsCutAndThoseWithFewAreMadeTogether() {
    List<Obligation> rules = obligations.obligations().subList(0, 5);
    String many = rules.get(2).id();
    var pieces = Pieces.of(Part.whole(rules), it -> it.id().equals(many) ? 10_000 : 1_250);
    assertThat(pieces.stream().filter(it -> it.slice().of() == 1).flatMap(it -> it.ids().stream()))
        .containsExactlyElementsOf(
            rules.stream().map(Obligation::id).filter(it -> !it.equals(many)).toList());
    assertThat(pieces.stream().filter(it -> it.ids().equals(List.of(many))).map(Part::slice))
        .containsExactly(new Slice(0, 4), new Slice(1, 4), new Slice(2, 4), new Slice(3, 4));
    assertThat(pieces.stream().filter(it -> it.slice().of() == 1)).hasSize(2);
  }

  private List<UUID> ids(Part part) {
    return deadlines.standing(part, EVER).stream().map(Deadline::id).toList();
  }
}
