package duban.empty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Without one entity Hibernate would not start, and the application would be emptier than meant.
 */
@Entity
@Table(name = "thing")
public class Thing {
  @Id private Long id;
  @Column private String name;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected Thing() {}

  @Override
  public String toString() {
    return id + " " + name;
  }
}
