package duban.chassis.inbox;

import duban.chassis.TestDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reader like those of the services: stores a text, refuses some, and can be made to fail for a
 * while.
 */
@ApplicationScoped
public class NoteReader implements Reader<NoteReader.Note> {

  record Note(String id, String text) {}

  /** How many more times the database is “away”. */
  public final AtomicInteger away = new AtomicInteger();

  private final TestDatabase database;

  NoteReader(TestDatabase database) {
    this.database = database;
  }

  public AtomicInteger away() {
    return away;
  }

  @Override
  public String topic() {
    return "test.snapshots";
  }

  @Override
  public String type() {
    return "test.note.v1";
  }

  @Override
  public Note parse(InboundRecord record) {
    var note = record.body(Note.class);
    if (note.text().isBlank()) { // which a note without text does not survive
      throw new UnacceptableRecord(Reason.UNREADABLE, "A note has a text");
    }
    return note;
  }

  @Override
  public void apply(List<Heard<Note>> batch) {
    batch.forEach(it -> apply(it.body()));
  }

  private void apply(Note note) {
    if (away.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
      throw new IllegalStateException(new SQLTransientConnectionException("away", "08006"));
    }
    database.run(
        "INSERT INTO noted (id, text) VALUES ('%s', '%s')"
                .formatted(note.id(), note.text().replace("'", "''"))
            + " ON CONFLICT (id) DO UPDATE SET times = noted.times + 1");
    if (note.text().equals("forbidden")) {
      throw new UnacceptableRecord(Reason.NOT_ALLOWED, "This text is forbidden");
    }
    if (note.text().equals("broken")) {
      throw new IllegalArgumentException("a fault of ours");
    }
  }
}
