package duban.notification.policy;

/** For whom a policy counts; the later one wins over those before it. */
public enum Scope {
  ALL,
  OBLIGATION,
  UNIT
}
