package duban.notification.gap;

import duban.notification.contact.Known;
import duban.notification.deadline.Ref;
import duban.notification.reminder.Unreached.Waiting;
import duban.notification.unit.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The gap of one unit.
 *
 * @param waiting at least one, all of this unit
 * @param receiver for which somebody is to receive: itself, or who does so for it
 */
record Draft(List<Waiting> waiting, Unit unit, Unit receiver) {

  /** As long as a contact's name and id may be, and room for a number behind the latter. */
  private static final int LONGEST_NAME = 80;

  private static final int LONGEST_CODE = 56;

  Gap gap(Known contacts, LocalDate today) {
    var ended = contacts.ended(unit.code()) || contacts.ended(unit.receiver());
    var kind = ended ? GapKind.CONTACT_ENDED : GapKind.NO_CONTACT;
    return new Gap(
        kind + ":" + unit.id(),
        kind,
        sentence(kind),
        english(kind),
        new Ref(unit.id(), unit.code(), unit.name()),
        waiting.size(),
        waiting.stream()
            .map(Waiting::dueOn)
            .filter(it -> !it.isBefore(today))
            .min(Comparator.naturalOrder())
            .orElse(null),
        new Settle("POST", "contacts", body(contacts), List.of("name", "email")));
  }

  private String sentence(GapKind kind) {
    var through = unit.equals(receiver) ? "" : "(由" + receiver.name() + "接收)";
    return unit.name() + through + kind.chinese() + "," + waiting.size() + "项督办事项的提示无法送达,请指定";
  }

  private String english(GapKind kind) {
    return "%s (%s) %s; what it is to be told of %d %s waits; name one%s"
        .formatted(
            unit.name(),
            unit.code(),
            kind.english(),
            waiting.size(),
            waiting.size() == 1 ? "deadline" : "deadlines",
            unit.equals(receiver) ? "" : " for " + receiver.name() + ", who receives for it");
  }

  private Settle.Body body(Known contacts) {
    var code = receiver.code();
    return new Settle.Body(
        free(code, contacts),
        shortened(receiver.name()),
        code.toLowerCase(Locale.ROOT) + "@office.example",
        List.of(code));
  }

  /** An id that no contact has: one that ended keeps its own. */
  private static String free(String code, Known contacts) {
    var base = code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    return IntStream.iterate(1, it -> it + 1)
        .mapToObj(it -> it == 1 ? base : base + "-" + it)
        .filter(it -> !contacts.taken(it))
        .findFirst()
        .orElseThrow();
  }

  /** A contact's name stands in the headers of a mail: it has one line. */
  private static String shortened(String unit) {
    var name = unit.replaceAll("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]", " ");
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    var whole = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? 1 : 0;
    return name.substring(0, LONGEST_NAME - whole);
  }
}
