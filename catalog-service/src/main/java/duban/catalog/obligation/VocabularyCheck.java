package duban.catalog.obligation;

import duban.catalog.edit.Refused;
import duban.catalog.occasion.AttributeType;
import duban.catalog.occasion.OccasionType;
import duban.catalog.occasion.ValueType;
import duban.catalog.occasion.Vocabulary;
import duban.catalog.rule.Condition;
import duban.catalog.rule.EachTime;
import org.jspecify.annotations.Nullable;

/** That a rule asks only for what is recorded, and waits only for what can happen. */
record VocabularyCheck(Vocabulary known) {

  /** Throws Refused with the first word that means nothing. */
  void check(Obligation obligation) {
    if (obligation.rule() instanceof EachTime rule) {
      OccasionType type = type("rule.occasion", rule.occasion());
      if (rule.requires() != null) {
        type("rule.requires", rule.requires());
      }
      if (rule.when() != null) {
        expectRecorded(type, rule.when());
      }
      if (rule.fallbackDue() != null && type.alwaysDated()) {
        throw new Refused(
            "invalid-obligation",
            "rule.fallbackDue",
            "rule.fallbackDue is %s, for occasions without a date, but of %s, which is not yearly, each has one; leave it out"
                .formatted(rule.fallbackDue(), type.id()));
      }
    }
    obligation.rule().conditions().forEach(this::expectRecorded);
  }

  private OccasionType type(String field, String id) {
    OccasionType type = known.types().get(id);
    if (type == null) {
      throw new Refused(
          "unknown-reference", field, field + " is '" + id + "'; give the id of an occasion type");
    }
    return type;
  }

  private void expectRecorded(OccasionType type, EachTime.Kept when) {
    if (!type.attributes().contains(when.attribute())) {
      throw new Refused(
          "unknown-reference",
          "rule.when",
          "rule.when names '"
              + when.attribute()
              + "', which is not recorded of a "
              + type.id()
              + "; give one of "
              + type.attributes());
    }
    expectFitting("rule.when", attribute("rule.when", when.attribute()), when.is());
  }

  private void expectRecorded(Condition condition) {
    AttributeType attribute = attribute("rule.conditions", condition.attribute());
    boolean compared = condition.atLeast() != null || condition.atMost() != null;
    if (compared && attribute.type() != ValueType.NUMBER) {
      throw new Refused(
          "invalid-obligation",
          "rule.conditions",
          "rule.conditions count '"
              + attribute.name()
              + "', which is no number but "
              + attribute.type());
    }
    expectFitting("rule.conditions", attribute, condition.is());
  }

  private AttributeType attribute(String field, String name) {
    AttributeType attribute = known.attributes().get(name);
    if (attribute == null) {
      throw new Refused(
          "unknown-reference",
          field,
          field
              + " names '"
              + name
              + "', which nothing records; give the name of an attribute, or"
              + " make one first");
    }
    return attribute;
  }

  private static void expectFitting(String field, AttributeType attribute, @Nullable Object is) {
    if (is != null && !attribute.type().fits(is)) {
      throw new Refused(
          "invalid-obligation",
          field,
          field
              + " compare '"
              + attribute.name()
              + "' with '"
              + is
              + "', but it is "
              + attribute.type().right());
    }
  }
}
