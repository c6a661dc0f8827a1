package duban.status.chain;

import duban.status.fold.Event;

/** Another transaction has just recorded an event with this id. */
public final class IdTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IdTaken(Event event, Throwable cause) {
    super("An event has the id " + event.id() + " already, or its place", cause);
  }
}
