package duban.notification.notice;

/** In which role a recipient has to do with a deadline, the nearest first. */
public enum Role {
  LEAD("牵头"),
  SUPPORT("配合"),
  SUPERVISE("督办");

  private final String chinese;

  Role(String chinese) {
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }
}
