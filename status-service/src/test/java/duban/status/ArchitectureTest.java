package duban.status;

import duban.chassis.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void the_service_is_built_as_the_house_rules_say() {
    HouseRules.check("duban.status");
  }
}
