package duban.catalog.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Read only: calendars are written by {@link CalendarStore}. */
@Entity
@Immutable
@Table(name = "calendar")
class CalendarEntity {
  @Id int year;

  @Column boolean provisional;

  @Column int version;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  String body;
}
