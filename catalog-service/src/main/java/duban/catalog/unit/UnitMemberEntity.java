package duban.catalog.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** That a unit belongs to a group. Other features' queries look members up by its name. */
@Entity(name = "UnitMember")
@Immutable
@Table(name = "unit_member")
@IdClass(UnitMemberEntity.Key.class)
class UnitMemberEntity {
  @Id
  @Column(name = "group_id")
  String groupId;

  @Id
  @Column(name = "member_id")
  String memberId;

  record Key(String groupId, String memberId) implements Serializable {}
}
