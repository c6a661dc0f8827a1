package duban.status.chain;

import duban.status.fold.Event;

/** Two histories of one measure: somebody has to look, nobody may choose by himself. */
public final class Fork extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Fork(Event event, String here) {
    super(
        "Kafka holds event "
            + event.id()
            + " as number "
            + event.seq()
            + " of measure "
            + event.measureId()
            + " behind "
            + event.previous()
            + ", but "
            + here);
  }
}
