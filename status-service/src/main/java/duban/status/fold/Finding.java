package duban.status.fold;

/** What somebody found who checked whether a standing duty still holds. */
public enum Finding {
  MET("符合"),
  NOT_MET("不符合"),
  NOT_APPLICABLE("不适用");

  private final String chinese;

  Finding(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** What a duty comes to by it. */
  State state() {
    return switch (this) {
      case MET -> State.CLOSED;
      case NOT_MET -> State.UNMET;
      case NOT_APPLICABLE -> State.EXEMPT;
    };
  }
}
