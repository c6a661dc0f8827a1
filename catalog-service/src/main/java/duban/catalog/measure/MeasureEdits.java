package duban.catalog.measure;

import duban.catalog.document.Flag;
import duban.catalog.document.PrintedLines;
import duban.catalog.edit.Making;
import duban.catalog.edit.Quotation;
import duban.catalog.edit.Refused;
import duban.catalog.edit.Stored;
import duban.catalog.snapshot.SnapshotStore;
import duban.chassis.edit.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes measures, in the transaction of an edit. */
@ApplicationScoped
class MeasureEdits {
  private static final String QUOTED_OTHERWISE =
      """
      SELECT id, version, body FROM obligation
      WHERE measure_id = ? AND (strpos(?, body->>'quote') = 0
                                OR strpos(?, coalesce(body->>'subjectQuote', '')) = 0)
      """;

  private final MeasureRepository measures;
  private final MeasureStore store;
  private final ConferenceRepository conferences;
  private final TopicRepository topics;
  private final PrintedLines lines;
  private final Printed documents;
  private final SnapshotStore snapshots;

  MeasureEdits(
      MeasureRepository measures,
      MeasureStore store,
      ConferenceRepository conferences,
      TopicRepository topics,
      PrintedLines lines,
      Printed documents,
      SnapshotStore snapshots) {
    this.measures = measures;
    this.store = store;
    this.conferences = conferences;
    this.topics = topics;
    this.lines = lines;
    this.documents = documents;
    this.snapshots = snapshots;
  }

  Making<Measure> making(MeasureForm form) {
    return new Making<>(
        () -> documents.requireSeen(form.documentId()),
        () -> measures.findByIdOptional(form.id()).map(MeasureEdits::stored),
        () -> measures.ifSeen(form.id(), MeasureRepository.ONE).isPresent(),
        () -> save(form));
  }

  Stored<Measure> change(String id, MeasureForm form, @Nullable String ifMatch) {
    MeasureEntity before = measures.known(id, MeasureRepository.ONE);
    documents.require(before.documentId);
    Version.require(ifMatch, before.version, "measure " + id);
    if (!form.standsAt(MeasureRepository.measure(before))) {
      throw new Refused(
          "id-fixed",
          "ordinal",
          "documentId, conference, topic and ordinal are the measure's key " + id + " and stay");
    }
    if (!snapshots.rows(QUOTED_OTHERWISE, id, form.text(), form.text()).isEmpty()) {
      throw new Refused(
          "quote-not-printed", "text", "text no longer has the words on which an obligation rests");
    }
    return save(form);
  }

  /**
   * What is odd about an item depends on those before it, so the whole group is looked at again.
   */
  private Stored<Measure> save(MeasureForm form) {
    Measure edited = measure(form);
    expectPrinted(form);
    List<Measure> group = new ArrayList<>(measures.group(edited));
    group.removeIf(it -> it.id().equals(edited.id()));
    group.add(edited);
    group.sort(Comparator.comparingInt(Measure::ordinal));
    List<List<Flag>> flags =
        lines.flags(
            form.documentId(),
            group.stream().map(it -> new PrintedLines.Item(it.line(), it.text())).toList());
    List<Measure> flagged = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      flagged.add(group.get(i).flagged(flags.get(i)));
    }
    store.save(flagged);
    return stored(measures.findById(form.id()));
  }

  private Measure measure(MeasureForm form) {
    var conference =
        conferences
            .findByIdOptional(new KeyInDocument(form.documentId(), form.conference()))
            .orElseThrow(() -> unknown("conference", form.conference()));
    var topic =
        topics
            .findByIdOptional(new KeyInDocument(form.documentId(), form.topic()))
            .orElseThrow(() -> unknown("topic", form.topic()));
    return new Measure(
        form.id(),
        null,
        form.documentId(),
        new Measure.Conference(conference.id, conference.name, conference.year),
        new Measure.Topic(topic.id, topic.name),
        form.ordinal(),
        form.label(),
        form.line(),
        form.text(),
        List.of(),
        null);
  }

  private void expectPrinted(MeasureForm form) {
    String printed =
        lines
            .line(form.documentId(), form.line())
            .orElseThrow(
                () ->
                    new Refused(
                        "unknown-reference",
                        "line",
                        "line is " + form.line() + ", but the document has no such line"));
    String where = "line " + form.line() + " of " + form.documentId();
    Quotation.expect("text", form.text(), printed, where);
    String before = printed.substring(0, printed.indexOf(form.text()));
    Quotation.expect("label", form.label(), before, "what stands before the text in " + where);
    measures
        .atLine(form.documentId(), form.line())
        .filter(it -> !it.equals(form.id()))
        .ifPresent(
            it -> {
              throw new Refused(
                  "line-taken", "line", "line is " + form.line() + ", which is measure " + it);
            });
  }

  private static Refused unknown(String field, String id) {
    return new Refused(
        "unknown-reference",
        field,
        field + " is '" + id + "'; give the id of a " + field + " of the document");
  }

  private static Stored<Measure> stored(MeasureEntity measure) {
    return new Stored<>(MeasureRepository.measure(measure), measure.version);
  }
}
