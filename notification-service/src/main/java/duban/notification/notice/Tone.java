package duban.notification.notice;

import duban.notification.unit.Relation;

/**
 * How a yearly list is sent, by the relation of its unit: nobody is commanded whom the office does
 * not command, and a superior is asked for nothing.
 */
enum Tone {
  /** To the office in charge of what the congress itself owes. */
  WITHIN_THE_HOUSE {
    @Override
    String opening(String unit, String what) {
      return "现将" + what + "送请统筹安排。";
    }

    @Override
    String receipt(String unit, String list) {
      return "请代为签收,全部事项一次签收即可:" + registered(list) + "。";
    }
  },
  /** To who works under it, and to departments. */
  ASSIGNING {
    @Override
    String sent() {
      return "交办";
    }

    @Override
    String opening(String unit, String what) {
      return "现将" + what + "印发给你们,请按时办理。";
    }

    @Override
    String receipt(String unit, String list) {
      return "请于收到后签收,全部事项一次签收即可:" + registered(list) + "。如认为有不属于本单位职责的事项,请一并告知我办。";
    }
  },
  /** To a body of its own standing, and to those whom it guides. */
  ASKING {
    @Override
    String opening(String unit, String what) {
      return "现将" + what + "送上,请予支持。";
    }

    @Override
    String receipt(String unit, String list) {
      return "收悉后烦请签收,全部事项一次签收即可:" + registered(list) + "。如有不一致之处,可告知我办。";
    }
  },
  /** To the office of the party that supervises the unit. */
  THROUGH_THE_PARTY {
    @Override
    String opening(String unit, String what) {
      return "现报送" + what + ",商请贵办按职责转告" + unit + "。";
    }

    @Override
    String receipt(String unit, String list) {
      return unit + "收悉后,烦请协助签收,全部事项一次签收即可:" + registered(list) + "。";
    }
  },
  /** To the office that prepares what comes before a superior. */
  ABOUT_A_SUPERIOR {
    @Override
    String opening(String unit, String what) {
      return "现报送" + what + ",供统筹安排时参考,请适时准备有关请示或议题申报。";
    }

    @Override
    String receipt(String unit, String list) {
      return "本清单供内部安排使用,不需" + unit + "签收或答复。";
    }
  },
  /** To who organises a deputy. */
  THROUGH_THE_ORGANISER {
    @Override
    String opening(String unit, String what) {
      return "现将" + what + "送上,请转送本人。";
    }

    @Override
    String receipt(String unit, String list) {
      return "签收由贵单位代为登记,全部事项一次即可:" + registered(list) + "。感谢支持。";
    }
  };

  /** What was done with the list on its day. */
  String sent() {
    return "编列";
  }

  abstract String opening(String unit, String what);

  abstract String receipt(String unit, String list);

  private static String registered(String list) {
    return "在督办系统登记(清单编号" + list + "),也可告知我办代为登记";
  }

  static Tone towards(Relation relation) {
    return switch (relation) {
      case OWN -> WITHIN_THE_HOUSE;
      case INTERNAL, DEPARTMENT -> ASSIGNING;
      case PEER, GUIDED, UNKNOWN -> ASKING;
      case PARTY -> THROUGH_THE_PARTY;
      case SUPERIOR -> ABOUT_A_SUPERIOR;
      case PERSON -> THROUGH_THE_ORGANISER;
    };
  }
}
