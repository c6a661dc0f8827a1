package duban.notification.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one unit owes in one period, as the catalog publishes it; only what reminders need.
 *
 * @param lead as {@code P20D}: working days
 * @param period a year or a part of it, otherwise the id of a term
 * @param coDueOn by when those who handle it too have done their part
 * @param organiser of what deputies owe
 * @param occasionOn absent while the occasion has no date
 * @param membersUnknown whether the unit owes it for members, or deputies, of whom there is no list
 * @param tally whether it is only counted how often it happens until it is due
 * @param reportUntil until when the unit may still record what happened in time
 */
public record Deadline(
    String id,
    long version,
    Status status,
    @Nullable String measureId,
    String obligationId,
    String title,
    @Nullable String noun,
    @Nullable String quote,
    String kind,
    @Nullable String strength,
    Ref unit,
    @Nullable List<Ref> coHandlers,
    @Nullable Ref supervisor,
    @Nullable Ref actor,
    @Nullable String remindTo,
    String period,
    @Nullable String checkpoint,
    LocalDate opensOn,
    LocalDate dueOn,
    @Nullable Integer required,
    @Nullable List<Pace> pace,
    @Nullable LocalDate latestStartOn,
    @Nullable String lead,
    @Nullable LocalDate reportUntil,
    @Nullable String afterDue,
    @Nullable LocalDate periodTo,
    @Nullable LocalDate coDueOn,
    @Nullable Ref organiser,
    @Nullable LocalDate occasionOn,
    @Nullable String timing,
    @Nullable Boolean membersUnknown,
    @Nullable List<Condition> conditions,
    @Nullable Boolean tally) {

  /** What the record has to say of it. */
  public record Condition(String attribute) {}

  private static final Pattern DAYS = Pattern.compile("P(\\d{1,4})D");
  private static final Pattern CALENDAR_PERIOD =
      Pattern.compile("\\d{4}(-(H[12]|Q[1-4]|\\d{2}|W\\d{2}))?");

  /** Whether the rule still makes it. */
  public enum Status {
    ACTIVE,
    WITHDRAWN
  }

  /** Working days before it opens in which it is announced; empty if it is not. */
  public Optional<Integer> leadDays() {
    return Optional.ofNullable(lead)
        .map(DAYS::matcher)
        .filter(Matcher::matches)
        .map(it -> Integer.parseInt(it.group(1)));
  }

  boolean leadReadable() {
    return lead == null || DAYS.matcher(lead).matches();
  }

  /** Of what is only counted nobody is reminded: its number is shown when its half-year is over. */
  public boolean reminded() {
    return told() && !onlyCounted();
  }

  public boolean onlyCounted() {
    return Boolean.TRUE.equals(tally);
  }

  /** Aims and permissions stand in the yearly list only; of an order there is nothing to do. */
  public boolean told() {
    return !"MAY".equals(strength)
        && !"AIM".equals(strength)
        && !"NONE".equals(remindTo)
        && !"NOT_BEFORE".equals(timing);
  }

  /** Whether its period is a term of office. */
  public boolean ofTerm() {
    return !CALENDAR_PERIOD.matcher(period).matches();
  }

  /** The kind by which its steps are chosen. */
  public String kindOfSteps() {
    return switch (kind) {
      case "QUOTA" -> ofTerm() ? "QUOTA_TERM" : kind;
      case "EACH_TIME" -> "AFTER".equals(timing) ? "EACH_TIME_AFTER" : "EACH_TIME_BEFORE";
      default -> kind;
    };
  }

  /** Whether it opens by being entered, so that a step before that was only missed. */
  public boolean opensWhenEntered() {
    return kind.equals("ONE_OFF") || kind.equals("EACH_TIME");
  }

  public boolean inPrinciple() {
    return "IN_PRINCIPLE".equals(strength);
  }

  /** Whether who missed it is asked why: it cannot be made up, or holds only in principle. */
  public boolean explained() {
    return "EXPLAIN".equals(afterDue) || inPrinciple();
  }

  public List<Ref> coHandlersOrNone() {
    return coHandlers == null ? List.of() : coHandlers;
  }

  public List<Pace> paceOrNone() {
    return pace == null ? List.of() : pace;
  }

  /** Whether the unit owes it in the place of others. */
  public boolean forOthers() {
    return Boolean.TRUE.equals(membersUnknown);
  }

  /** Whether one record with two numbers is wanted: of how many deputies how many have met it. */
  public boolean wantsNumbers() {
    return forOthers()
        && conditions != null
        && conditions.stream().anyMatch(it -> it.attribute().equals("met"));
  }

  /** How often it has to happen; once unless the rule says more. */
  public int times() {
    return required == null ? 1 : required;
  }
}
