package duban.status.fold;

/** What deputies said about how a matter was handled. */
public enum Rating {
  SATISFIED("满意"),
  BASICALLY_SATISFIED("基本满意"),
  DISSATISFIED("不满意");

  private final String chinese;

  Rating(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
