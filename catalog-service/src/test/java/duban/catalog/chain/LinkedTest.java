package duban.catalog.chain;

import static duban.catalog.chain.Rules.link;
import static duban.catalog.chain.Rules.obligation;
import static org.assertj.core.api.Assertions.assertThat;

import duban.catalog.obligation.Obligation;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedTest {
  private static final Obligation FIRST = obligation("o-9", "");
  private static final Obligation SECOND = obligation("o-5", link("o-9", "CONFIRMED"));
  private static final Obligation THIRD =
      obligation("o-7", link("o-5", "PROPOSED") + ", " + link("o-x", "CONFIRMED"));
  private static final Obligation ALONE = obligation("o-1", "");
  private static final Obligation REJECTED = obligation("o-2", link("o-5", "REJECTED"));
  private static final Linked LINKED = new Linked(List.of(ALONE, REJECTED, SECOND, THIRD, FIRST));

  @Test
  void allThatAreLinkedStandInAChainTheOldestFirst() {
    assertThat(LINKED.around(THIRD, it -> 2015)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(LINKED.around(FIRST, it -> 2015)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(LINKED.around(ALONE, it -> 2015)).containsExactly(ALONE);
  }

  @Test
  void theYearOfTheConferenceComesBeforeTheLinks() {
    assertThat(LINKED.around(FIRST, it -> it.id().equals("o-7") ? 2001 : 2015))
        .containsExactly(THIRD, FIRST, SECOND);
  }

  @Test
  void whatWasRejectedIsShownAtItsTwoEndsAndLeadsNoFurther() {
    assertThat(LINKED.around(SECOND, it -> 2015)).contains(REJECTED);
    assertThat(LINKED.around(FIRST, it -> 2015)).doesNotContain(REJECTED);
  }
}
