package duban.notification.gap;

/** Why a unit cannot be told anything. */
enum GapKind {
  /** Nobody was ever named who receives for it. */
  NO_CONTACT,
  /** Whoever received for it has ended. */
  CONTACT_ENDED;

  String chinese() {
    return this == NO_CONTACT ? "尚无联系人" : "的联系人已停用";
  }

  String english() {
    return this == NO_CONTACT ? "has no contact" : "has only contacts that have ended";
  }
}
