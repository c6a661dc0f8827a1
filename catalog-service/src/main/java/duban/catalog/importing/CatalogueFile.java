package duban.catalog.importing;

import duban.catalog.document.Openness;
import duban.catalog.obligation.Obligation;
import duban.catalog.occasion.AttributeType;
import duban.catalog.term.Term;
import duban.catalog.unit.Relation;
import duban.catalog.unit.UnitKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as it stands in its file: readable, with codes instead of ids.
 *
 * @param calendars announced years
 * @param statutoryHolidays by year, for years that are not announced yet
 */
record CatalogueFile(
    Printed document,
    List<UnitEntry> units,
    List<Term> terms,
    Map<Integer, Announced> calendars,
    Map<Integer, Map<LocalDate, String>> statutoryHolidays,
    List<AttributeType> attributes,
    List<TypeEntry> occasionTypes,
    List<OccasionEntry> occasions,
    List<Obligation> obligations) {

  CatalogueFile {
    units = Objects.requireNonNullElse(units, List.of());
    terms = Objects.requireNonNullElse(terms, List.of());
    calendars = Objects.requireNonNullElse(calendars, Map.of());
    statutoryHolidays = Objects.requireNonNullElse(statutoryHolidays, Map.of());
    attributes = Objects.requireNonNullElse(attributes, List.of());
    occasionTypes = Objects.requireNonNullElse(occasionTypes, List.of());
    occasions = Objects.requireNonNullElse(occasions, List.of());
    obligations = Objects.requireNonNullElse(obligations, List.of());
  }

  /** The source text. Its lines joined by newlines, without one at the end, have the SHA-256. */
  record Printed(
      String id,
      String title,
      String owner,
      Openness openness,
      String sha256,
      List<String> lines) {}

  /**
   * A unit. A member that does not say so has the superior and the relation of its group.
   *
   * @param superior this and the following but aliases and place are codes
   */
  record UnitEntry(
      String code,
      String name,
      UnitKind kind,
      @Nullable String superior,
      @Nullable Relation relation,
      @Nullable String receives,
      List<String> organiser,
      List<String> aliases,
      List<String> members,
      @Nullable String successor,
      @Nullable LocalDate endedOn,
      @Nullable String place,
      boolean inferred) {
    UnitEntry {
      organiser = Objects.requireNonNullElse(organiser, List.of());
      aliases = Objects.requireNonNullElse(aliases, List.of());
      members = Objects.requireNonNullElse(members, List.of());
    }
  }

  /**
   * A type of occasions.
   *
   * @param keptBy codes
   * @param makesDeadlines absent: they do
   */
  record TypeEntry(
      String id,
      String name,
      boolean yearly,
      List<String> keptBy,
      @Nullable Boolean makesDeadlines,
      List<String> attributes) {
    TypeEntry {
      keptBy = Objects.requireNonNullElse(keptBy, List.of());
      attributes = Objects.requireNonNullElse(attributes, List.of());
    }
  }

  /**
   * An occasion, planned ahead.
   *
   * @param year needed only without a date
   * @param unit this, lead and co are codes
   * @param enteredOn absent: the day on which it is first loaded
   */
  record OccasionEntry(
      UUID id,
      String type,
      @Nullable String name,
      @Nullable LocalDate date,
      @Nullable Integer year,
      @Nullable String unit,
      Map<String, Object> attributes,
      List<String> lead,
      List<String> co,
      @Nullable UUID follows,
      boolean cancelled,
      @Nullable LocalDate enteredOn) {
    OccasionEntry {
      attributes = Objects.requireNonNullElse(attributes, Map.of());
      lead = Objects.requireNonNullElse(lead, List.of());
      co = Objects.requireNonNullElse(co, List.of());
    }
  }

  /** A year by its State Council notice. */
  record Announced(Map<LocalDate, String> daysOff, Map<LocalDate, String> makeUpWorkingDays) {
    Announced {
      daysOff = Objects.requireNonNullElse(daysOff, Map.of());
      makeUpWorkingDays = Objects.requireNonNullElse(makeUpWorkingDays, Map.of());
    }
  }
}
