package duban.catalog.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** What was read is kept only as long as the rows are the same. */
@QuarkusTest
class AllUnitsTest {
  @Inject AllUnits units;
  @Inject EntityManager entities;

  @Test
  void theyAreNotReadAgainAsLongAsNoneIsWritten() {
    Units first = units.now();
    assertThat(units.now()).isSameAs(first);
    assertThat(first.all()).hasSizeGreaterThan(100);
  }

  @Test
  void aChangeIsSeenWhereItIsMadeAndNowhereElseUntilItIsCommitted() {
    Units before = units.now();
    QuarkusTransaction.begin();
    renamed("试");
    assertThat(name()).isEqualTo("试");
    String outside = QuarkusTransaction.requiringNew().call(this::name);
    assertThat(outside).isEqualTo(name(before));
    QuarkusTransaction.rollback();
    assertThat(name()).isEqualTo(name(before));
  }

  /** Also by an operator who leaves the version as it was. */
  @Test
  void whatWasCommittedIsSeen() {
    String before = name();
    QuarkusTransaction.requiringNew().run(() -> renamed("二"));
    assertThat(name()).isEqualTo("二");
    QuarkusTransaction.requiringNew().run(() -> renamed(before));
    assertThat(name()).isEqualTo(before);
  }

  private String name() {
    return name(units.now());
  }

  private static String name(Units units) {
    return units.get("RDCWH-BG").name();
  }

  private void renamed(String name) {
    entities
        .createNativeQuery(
            "UPDATE unit SET body = jsonb_set(body, '{name}', to_jsonb(:name ::text))"
                + " WHERE code = 'RDCWH-BG'")
        .setParameter("name", name)
        .executeUpdate();
  }
}
