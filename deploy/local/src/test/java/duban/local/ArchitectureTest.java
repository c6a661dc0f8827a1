package duban.local;

import duban.chassis.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theHouseRulesHold() {
    HouseRules.check("duban.local");
  }
}
