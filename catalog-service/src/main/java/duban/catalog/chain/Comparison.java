package duban.catalog.chain;

import duban.catalog.chain.Change.What;
import duban.catalog.obligation.FanOut;
import duban.catalog.obligation.Obligation;
import duban.catalog.obligation.Strength;
import duban.catalog.rule.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a later obligation says otherwise than an earlier one. */
final class Comparison {
  private static final int NAMED = 10;

  private final Obligation before;
  private final Obligation now;
  private final Demand earlier;
  private final Demand later;
  private final Optional<Frequency> often;
  private final Optional<Frequency> oftenNow;

  Comparison(Demand earlier, Demand later) {
    this.earlier = earlier;
    this.later = later;
    this.before = earlier.obligation();
    this.now = later.obligation();
    this.often = Frequency.of(before.rule());
    this.oftenNow = Frequency.of(now.rule());
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    changes.addAll(rule());
    if (before.strength() != now.strength()) {
      changes.add(Change.of(What.STRENGTH, inWords(before.strength()), inWords(now.strength())));
    }
    if (!earlier.circle().keySet().equals(later.circle().keySet())) {
      changes.add(
          Change.of(What.WHO, names(earlier.circle().values()), names(later.circle().values())));
    } else if (isTogether()) {
      changes.add(Change.of(What.WHO, "各单位分别承担", "各单位共同承担"));
    }
    Words asked = Asked.inWords(before.rule().conditions());
    Words askedNow = Asked.inWords(now.rule().conditions());
    if (!asked.equals(askedNow)) {
      changes.add(Change.of(What.CONDITIONS, asked, askedNow));
    }
    if (!before.quote().equals(now.quote())) {
      changes.add(Change.of(What.QUOTE, before.quote(), now.quote()));
    }
    return changes;
  }

  private List<Change> rule() {
    if (often.isPresent() && oftenNow.isPresent()) {
      List<Change> counted = new ArrayList<>();
      Frequency was = often.get();
      Frequency is = oftenNow.get();
      if (was.times() != is.times()) {
        counted.add(Change.of(What.TIMES, was.inWords(), is.inWords()));
      }
      if (!was.samePeriod(is)) {
        counted.add(Change.of(What.PERIOD, was.periodInWords(), is.periodInWords()));
      }
      if (!counted.isEmpty()) {
        return counted;
      }
    }
    Words was = before.rule().inWords();
    Words is = now.rule().inWords();
    return was.equals(is) ? List.of() : List.of(Change.of(What.RULE, was, is));
  }

  /** Empty if it asks for as much or more. */
  List<Weaker> weaker() {
    List<Weaker> reasons = new ArrayList<>();
    Rarer.of(before.rule(), now.rule()).forEach(reasons::add);
    if (now.strength().compareTo(before.strength()) > 0) {
      Words was = inWords(before.strength());
      Words is = inWords(now.strength());
      reasons.add(
          new Weaker(
              Weaker.Reason.SOFTER,
              "刚性减弱:由“" + was.chinese() + "”变为“" + is.chinese() + "”",
              "softer: “" + was.english() + "” became “" + is.english() + "”"));
    }
    narrower().ifPresent(reasons::add);
    Asked.less(before.rule().conditions(), now.rule().conditions()).forEach(reasons::add);
    return reasons;
  }

  /** Where another unit owes it instead of all, the circle is another one, and not narrower. */
  private Optional<Weaker> narrower() {
    if (isTogether()) {
      return Optional.of(
          new Weaker(
              Weaker.Reason.NARROWER_CIRCLE,
              "由各单位分别承担变为共同承担一次",
              "a narrower circle: each owed it, and now all together once"));
    }
    var left = later.circle().keySet();
    List<String> lost =
        earlier.circle().entrySet().stream()
            .filter(it -> !left.contains(it.getKey()))
            .map(java.util.Map.Entry::getValue)
            .toList();
    boolean another = !left.isEmpty() && lost.size() == earlier.circle().size();
    if (lost.isEmpty() || another) {
      return Optional.empty();
    }
    Words named = names(lost);
    return Optional.of(
        new Weaker(
            Weaker.Reason.NARROWER_CIRCLE,
            "责任单位减少:不再包括" + named.chinese(),
            "a narrower circle: without " + named.english()));
  }

  /** Of several units each owed it, and now they owe it as one. */
  private boolean isTogether() {
    return before.who().fanOut() != FanOut.JOINT
        && now.who().fanOut() == FanOut.JOINT
        && earlier.circle().size() > 1
        && later.circle().size() > 1;
  }

  private static Words names(Collection<String> all) {
    String listed = String.join("、", all.stream().limit(NAMED).toList());
    String comma = String.join(", ", all.stream().limit(NAMED).toList());
    if (all.isEmpty()) {
      return Words.of("未写明", "nobody");
    }
    return all.size() <= NAMED
        ? Words.of(listed, comma)
        : Words.of(
            listed + "等" + all.size() + "个单位", comma + " and " + (all.size() - NAMED) + " more");
  }

  private static Words inWords(Strength strength) {
    return switch (strength) {
      case MUST -> Words.of("必须", "must");
      case IN_PRINCIPLE -> Words.of("原则上", "in principle");
      case MAY -> Words.of("可以", "may");
      case AIM -> Words.of("探索推进", "aim");
    };
  }
}
