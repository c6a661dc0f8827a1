package duban.chassis.contract;

import duban.chassis.contract.CellCases.Ask;
import duban.chassis.rights.Nearness;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The requests of the rows that every service has, and what they are about, made once. */
public final class CommonCases {

  private static final String WROTE =
      "INSERT INTO authorship (thing, id, version, unit, at) VALUES ('cell', ?, 1, ?, now())";
  private static final String SETTLED =
      "INSERT INTO dead_letter (topic, partition, \"offset\", reason, detail, state)"
          + " VALUES (?, 0, 0, 'UNREADABLE', 'no JSON', 'DISCARDED') RETURNING id";

  private final long letter;
  private final String topic = "cells-" + UUID.randomUUID();

  /**
   * @param unit of every caller
   */
  public CommonCases(DataSource database, String unit) {
    try (var connection = database.getConnection();
        var wrote = connection.prepareStatement(WROTE);
        var settled = connection.prepareStatement(SETTLED)) {
      for (var by : new String[] {unit, "R-ELSEWHERE"}) {
        wrote.setString(1, UUID.randomUUID() + "-by-" + by);
        wrote.setString(2, by);
        wrote.executeUpdate();
      }
      settled.setString(1, topic);
      try (var row = settled.executeQuery()) {
        row.next();
        letter = row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@link CellCases#ask}; throws AssertionError for a row that is none of these. */
  public Optional<Ask> ask(String row, @Nullable Nearness near, String unit) {
    var known = String.valueOf(near == null ? 999_999_999 : letter);
    var whole = near == Nearness.FOREIGN;
    var one = whole || near == null;
    return Optional.ofNullable(
        switch (row) {
          case "GET authorship" ->
              near == null || near == Nearness.SUPERVISED
                  ? null
                  : Ask.list(
                      "authorship?thing=cell&limit=500",
                      "-by-" + (near == Nearness.OWN ? unit : "R-ELSEWHERE"));
          case "GET dead-letters" ->
              whole ? Ask.get("dead-letters?state=DISCARDED&limit=500", known, topic) : null;
          case "POST republish" ->
              whole ? Ask.post("republish", null, "", "").answers(202, "\"topics\":") : null;
          case "POST dead-letters/{id}/replay" -> one ? settle(known, "replay", null) : null;
          case "POST dead-letters/{id}/discard" ->
              one ? settle(known, "discard", "{\"reason\": \"no\"}") : null;
          default -> throw new AssertionError("No request is known for " + row);
        });
  }

  /** It can be done only once; who may learns that it was. */
  private static Ask settle(String letter, String how, @Nullable String body) {
    return Ask.post("dead-letters/" + letter + "/" + how, body, letter, "")
        .answers(409, "\"urn:duban:problem:dead-letter-settled\"");
  }
}
