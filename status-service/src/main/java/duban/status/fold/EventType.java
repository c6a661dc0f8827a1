package duban.status.fold;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What can happen to a deadline. The names are the ones that pages show. */
public enum EventType {
  ASSIGNED("交办", Group.SERVICE),
  SIGNED_FOR("签收", Group.STEP),
  PLAN_HEARD("听取方案", Group.FACT),
  PROGRESS_REPORTED("反馈进展", Group.FACT),
  CHECKED("检查", Group.FACT),
  REVIEWED_AT_MEETING("会议审议", Group.FACT),
  COUNTED("登记一次", Group.FACT),
  EVIDENCE_ADDED("佐证材料", Group.FACT),
  COMPLETION_CLAIMED("申请办结", Group.STEP),
  ACCEPTED("审核通过", Group.STEP),
  REWORK_ORDERED("退回", Group.STEP),
  RATED("满意度评价", Group.STEP),
  VERIFIED("核对", Group.STEP),
  EXPLAINED("情况说明", Group.STEP),
  EXPLANATION_ACCEPTED("采纳情况说明", Group.STEP),
  CLOSED("办结销号", Group.SERVICE),
  VOIDED("更正", Group.STEP);

  private enum Group {
    SERVICE,
    FACT,
    STEP
  }

  private final String chinese;
  private final Group group;

  EventType(String chinese, Group group) {
    this.chinese = chinese;
    this.group = group;
  }

  public String chinese() {
    return chinese;
  }

  /** Something that was done; before the receipt it counts as receipt. */
  public boolean fact() {
    return group == Group.FACT;
  }

  /** Follows from time or from another event; nobody records it by hand. */
  public boolean byService() {
    return group == Group.SERVICE;
  }

  static Set<EventType> facts() {
    return in(Group.FACT);
  }

  /** A new set of what a client may record at all. */
  public static Set<EventType> byClients() {
    return EnumSet.complementOf(EnumSet.copyOf(in(Group.SERVICE)));
  }

  private static Set<EventType> in(Group group) {
    return Arrays.stream(values())
        .filter(type -> type.group == group)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
  }
}
