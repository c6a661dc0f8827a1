package duban.catalog.rights;

import duban.chassis.rights.LoadedRights;
import duban.chassis.rights.Rights;
import duban.chassis.rights.Scopes;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two districts, and the table of rights that is shipped. */
public abstract class TrueTable {
  @Inject LoadedRights rights;
  @Inject Scopes scopes;

  private Rights before;

  @BeforeEach
  public void takeTheTrueTable() {
    before = rights.table();
    TwoDistricts.make();
    scopes.forget();
    rights.use(Rights.shipped());
  }

  @AfterEach
  public void putItBack() {
    rights.use(before);
  }
}
