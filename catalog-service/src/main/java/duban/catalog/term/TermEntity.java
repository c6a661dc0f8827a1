package duban.catalog.term;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "term")
class TermEntity {
  @Id String id;

  @Column String level;

  @Column @Nullable String name;

  @Column(name = "starts_on")
  LocalDate from;

  @Column(name = "ends_on")
  LocalDate to;

  @Column boolean inferred;
  @Column int version;

  Term term() {
    return new Term(id, Level.valueOf(level), name, from, to, inferred, version);
  }
}
