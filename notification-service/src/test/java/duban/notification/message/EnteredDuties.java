package duban.notification.message;

import duban.notification.Duty;
import java.util.ArrayList;
import java.util.List;

/**
 * What staff would have entered by 2027 beside the duties of the year: a few of the kinds that need
 * a date, an occasion or a check; and some of which nobody is reminded.
 */
final class EnteredDuties {

  private EnteredDuties() {}

  private static Duty duty(String obligation, String kind, String title, String opens, String due) {
    return Duty.of(kind, title, opens, due).with("obligationId", obligation).with("required", 1);
  }

  static List<Duty> all() {
    var all = new ArrayList<Duty>();
    all.add(duty("o-090a", "ONE_OFF", "建立健全三项联系报告制度", "2027-01-04", "2027-06-30").by("QFY", "区法院"));
    all.add(
        duty("o-090p", "ONE_OFF", "公开联系报告制度", "2027-01-04", "2027-06-30")
            .with("strength", "IN_PRINCIPLE")
            .by("QJCY", "区检察院"));
    all.add(
        duty("o-057", "EACH_TIME", "重点难点建议由部门负责人办理", "2027-03-15", "2027-06-15")
            .with("timing", "AFTER")
            .with("occasionOn", "2027-03-15")
            .by("QZF-BM-05", "区民政局")
            .and("QZF-BM-07", "区财政局", "2027-04-15"));
    all.add(
        duty("o-062d", "EACH_TIME", "成熟建议纳入下年度计划和预算", "2027-03-01", "2027-11-30")
            .with("timing", "BEFORE")
            .with("period", "2028")
            .with("afterDue", "EXPLAIN")
            .by("QZF", "区政府"));
    all.add(
        duty("o-097", "STANDING", "保证各工作委员会不少于4人", "2027-10-20", "2027-11-15")
            .by("RDCWH-GW", "各工作委员会"));
    all.add(
        duty("o-111a", "STANDING", "配齐乡人大专职主席或副主席", "2027-10-20", "2027-11-15")
            .by("XDW-07", "平房乡党委")
            .supervisedBy("QWB", "区委办公室(区委督查室)"));
    all.add(
        duty("o-077a", "QUOTA", "召开区委人大工作会议", "2026-12-01", "2028-06-30")
            .with("period", "DISTRICT-2026")
            .with("periodTo", "2028-06-30")
            .with("noun", "次区委人大工作会议")
            .with("afterDue", "EXPLAIN")
            .by("QW", "区委")
            .supervisedBy("QWB", "区委办公室(区委督查室)"));
    all.add(
        duty("o-047s", "QUOTA", "参加市代表小组活动", "2027-01-01", "2027-12-31")
            .with("noun", "次代表组活动")
            .with("afterDue", "EXPLAIN")
            .by("SDB", "市人大代表(本区选出)"));
    all.add(
        duty("o-042e", "QUOTA", "选取任命人员开展工作评议", "2027-01-01", "2027-12-31")
            .with("strength", "MAY")
            .by("RDCWH", "区人大常委会"));
    all.add(
        duty("o-022d", "QUOTA", "逐步实现每年举行两次人代会会议", "2027-01-01", "2027-12-31")
            .with("strength", "AIM")
            .by("RDCWH", "区人大常委会"));
    all.add(
        duty("o-116b", "STANDING", "书记兼主席的乡配专职副主席", "2027-10-20", "2027-11-15")
            .with("remindTo", "NONE")
            .by("XDW-08", "东风乡党委"));
    all.add(
        duty("o-028", "EACH_TIME", "任免程序先于公布和到离职", "2027-03-01", "2027-06-15")
            .with("timing", "NOT_BEFORE")
            .with("occasionOn", "2027-06-15")
            .by("QZF", "区政府"));
    return all;
  }
}
