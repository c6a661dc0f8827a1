package duban.local.preflight;

/**
 * Why nothing was started: one sentence that says what to change. Whoever throws it has left
 * nothing running and no data touched.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
