package duban.chassis.rights;

import duban.chassis.identity.Role;
import java.util.Map;

/**
 * One operation, such as {@code POST events COUNTED}, and who may do it.
 *
 * @param roles what each role may within the scope of its grant
 * @param anybody what is allowed without any grant, and without a token
 */
public record Row(String operation, Map<Role, Cell> roles, Cell anybody) {

  public Row {
    roles = Map.copyOf(roles);
  }

  /** Of a role that has no column: nothing. */
  public Cell of(Role role) {
    return roles.getOrDefault(role, Cell.NONE);
  }
}
