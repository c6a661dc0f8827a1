package duban.catalog.chain;

import duban.catalog.rule.OneOff;
import duban.catalog.rule.Rule;
import duban.catalog.rule.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a rule asks for something less often than another, or leaves more time for it. */
final class Rarer {
  private Rarer() {}

  static List<Weaker> of(Rule before, Rule now) {
    Optional<Frequency> often = Frequency.of(before);
    Optional<Frequency> oftenNow = Frequency.of(now);
    if (often.isPresent() && oftenNow.isPresent()) {
      return of(often.get(), oftenNow.get());
    }
    if (often.isPresent() && (now instanceof OneOff || now instanceof Standing)) {
      return List.of(fewer(often.get(), "不再规定次数", "no number at all"));
    }
    boolean reviewedLess =
        before instanceof Standing was
            && now instanceof Standing is
            && was.review() != Standing.Review.TERM
            && is.review() == Standing.Review.TERM;
    return reviewedLess
        ? List.of(
            new Weaker(
                Weaker.Reason.LONGER_PERIOD,
                "核对周期延长:原每年核对,现每届核对",
                "a longer period: checked once a term, not each year"))
        : List.of();
  }

  private static List<Weaker> of(Frequency was, Frequency is) {
    List<Weaker> reasons = new ArrayList<>();
    boolean rarer = is.rarerThan(was);
    if (rarer) {
      reasons.add(fewer(was, is.inWords().chinese(), is.inWords().english()));
    }
    // Whoever must do more of it may well have longer.
    if (is.longerThan(was) && !was.rarerThan(is)) {
      reasons.add(
          new Weaker(
              Weaker.Reason.LONGER_PERIOD,
              "周期延长:原" + was.periodInWords().chinese() + ",现" + is.periodInWords().chinese(),
              "a longer period: "
                  + was.periodInWords().english()
                  + " became "
                  + is.periodInWords().english()));
    }
    return reasons;
  }

  private static Weaker fewer(Frequency was, String chinese, String english) {
    return new Weaker(
        Weaker.Reason.FEWER_TIMES,
        "次数减少:原" + was.inWords().chinese() + ",现" + chinese,
        "fewer times: " + was.inWords().english() + " became " + english);
  }
}
