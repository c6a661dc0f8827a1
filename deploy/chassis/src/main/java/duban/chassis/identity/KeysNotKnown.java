package duban.chassis.identity;

/** A token cannot be judged, because the provider does not answer: neither accepted nor bad. */
class KeysNotKnown extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
