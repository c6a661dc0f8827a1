package duban.notification.message;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Everything that the shipped catalogue says to everybody in the year 2027, day by day. */
@QuarkusTest
class WholeYearTest extends PlayedYear {

  private List<SentNotice> notices;

  @TestFactory
  Stream<DynamicTest> theYear() throws IOException {
    begin();
    play(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 28));
    progress("2027-03-01", "o-120a", "XRD-03", "IN_PROGRESS", 1, 2);
    play(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 24));
    progress("2027-03-25", "o-121d", "XRD-ZXT-04", "CLAIMED", 0, 1);
    play(LocalDate.of(2027, 3, 25), LocalDate.of(2027, 6, 14));
    counted("2027-06-15", "o-070", "RDCWH-YJS", "2027-H1", 4);
    progress("2027-06-15", "o-120a", "XRD-02", "IN_PROGRESS", 2, 2);
    play(LocalDate.of(2027, 6, 15), LocalDate.of(2027, 10, 19));
    progress("2027-10-20", "o-039", "QZF-BM-03", "IN_PROGRESS", 1, 1);
    play(LocalDate.of(2027, 10, 20), LocalDate.of(2028, 1, 12));
    notices = mail.received().stream().map(SentNotice::of).toList();
    print();
    return Stream.of(
        dynamicTest("each step goes to whom and on the day that the tables say", this::steps),
        dynamicTest("a notice leaves for nothing else", this::notices),
        dynamicTest("notices leave on working days at half past nine", this::workingDays),
        dynamicTest("nobody has two notices on one day", this::oneADay),
        dynamicTest("whom the relations forbid to tell is told nothing", this::relations),
        dynamicTest("what is done, kept or claimed is spoken of no more", this::done),
        dynamicTest("what nobody is reminded of is never spoken of", this::neverSpokenOf),
        dynamicTest("what is only counted is shown once when its half-year is over", this::numbers),
        dynamicTest("each notice says what is owed, in all, and nothing twice", this::words),
        dynamicTest(
            "after the date come a call, two letters and what is further", this::afterwards),
        dynamicTest("whoever asks why is told", this::why));
  }

  private void print() throws IOException {
    var sorted =
        notices.stream()
            .sorted(Comparator.comparing(SentNotice::day).thenComparing(SentNotice::to))
            .toList();
    write("year-2027.txt", sorted.stream().map(it -> it.row(units)).toList());
    write("year-2027-letters.txt", sorted.stream().map(SentNotice::letter).toList());
  }

  /** What the table says, without what is done by then. */
  private static List<ByHand.Told> told() {
    return ByHand.all().stream()
        .filter(it -> !done(it, "o-120a", "XRD-02", "2027-06-15"))
        .filter(it -> !done(it, "o-121d", "XRD-ZXT-04", "2027-03-25"))
        .filter(it -> !done(it, "o-039", "QZF-BM-03", "2027-10-20"))
        .filter(it -> !(done(it, "o-120a", "XRD-03", "2027-03-01") && it.on().getMonthValue() == 5))
        .toList();
  }

  private static boolean done(ByHand.Told it, String obligation, String unit, String since) {
    return it.obligation().equals(obligation)
        && it.unit().equals(unit)
        && !it.leaves().isBefore(LocalDate.parse(since));
  }

  private void steps() {
    var sent =
        sql(
            "SELECT concat_ws(' ', body->>'obligationId', reminder.unit, recipient, step, step_on,"
                + " (sent_at AT TIME ZONE 'Asia/Shanghai')::date)"
                + " FROM reminder JOIN deadline_copy ON deadline_copy.id = deadline_id"
                + " WHERE state = 'SENT'");
    assertThat(sent)
        .containsExactlyInAnyOrderElementsOf(
            told().stream()
                .map(
                    it ->
                        Stream.of(
                                it.obligation(),
                                it.unit(),
                                it.recipient(),
                                it.step(),
                                it.on(),
                                it.leaves())
                            .map(Object::toString)
                            .collect(joining(" ")))
                .toList());
  }

  private void notices() {
    assertThat(notices.stream().map(it -> it.day() + " " + it.to()))
        .containsExactlyInAnyOrderElementsOf(
            new HashSet<>(told().stream().map(it -> it.leaves() + " " + it.recipient()).toList()));
  }

  private void workingDays() {
    assertThat(notices)
        .allSatisfy(
            it -> {
              assertThat(it.day().getDayOfWeek().getValue()).isLessThan(6);
              assertThat(ByHand.DAYS_OFF).doesNotContain(it.day().toString());
              assertThat(it.time()).isEqualTo("09:30:30");
            });
  }

  private void oneADay() {
    assertThat(notices.stream().map(it -> it.day() + it.to())).doesNotHaveDuplicates();
  }

  private void relations() {
    var forbidden =
        Pattern.compile("QW|QWCWH|QWZZB|QWBB|QWDX|XCB|(XDW|JDGW)(-\\d\\d)?|.DB|RDCWH-WY|QJLD");
    assertThat(notices).noneMatch(it -> forbidden.matcher(it.to()).matches());
    // Who receives for another is told in the other's place.
    assertThat(notices)
        .noneMatch(it -> Set.of("QZF", "RDCWH", "RDCWH-DZ", "RDCWH-ZR").contains(it.to()));
    assertThat(notices).noneMatch(it -> it.to().matches("XRD-\\d\\d"));
    assertThat(notices).filteredOn(it -> it.to().equals("QZFB")).isNotEmpty();
    assertThat(notices)
        .filteredOn(it -> it.text().contains("召开区委人大工作会议"))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.to()).isEqualTo("QWB");
              assertThat(it.text()).contains("区委“召开区委人大工作会议”本届已登记0次,还差1次,时限为", "请适时准备请示或议题申报");
            });
  }

  private void done() {
    neverSaid("XRD-ZXT-02", "召开乡人民代表大会会议", "2027-06-15", "高碑店乡人大");
    neverSaid("QZF-BM-03", "报送法律法规贯彻实施情况", "2027-10-20", "区科技和信息化局");
    neverSaid("XRD-ZXT-04", "讨论决定闭会期间计划和方案", "2027-03-25", "太阳宫乡人大主席团");
    assertThat(notices)
        .filteredOn(it -> it.to().equals("XRD-ZXT-03"))
        .noneMatch(it -> it.day().toString().equals("2027-05-17"));
  }

  private void neverSaid(String unit, String title, String since, String name) {
    var after = notices.stream().filter(it -> !it.day().isBefore(LocalDate.parse(since))).toList();
    assertThat(after)
        .filteredOn(it -> it.to().equals(unit))
        .noneMatch(it -> it.text().contains(title));
    assertThat(after.stream().flatMap(it -> it.lines().stream()))
        .isNotEmpty()
        .noneMatch(it -> it.contains(title) && it.contains(name));
  }

  private void neverSpokenOf() {
    assertThat(Stream.of("选取任命人员开展工作评议", "逐步实现每年举行两次人代会会议", "书记兼主席的乡配专职副主席", "任免程序先于公布和到离职"))
        .allSatisfy(
            title ->
                assertThat(notices).noneMatch(it -> (it.subject() + it.text()).contains(title)));
  }

  /** To whom it may be told, with the first notice of each half-year after that. */
  private void numbers() {
    var with = notices.stream().filter(it -> it.text().contains("半年计次")).toList();
    assertThat(with).isNotEmpty().noneMatch(it -> it.day().isBefore(LocalDate.of(2027, 7, 1)));
    var first =
        notices.stream()
            .filter(it -> it.to().equals("RDCWH-BG"))
            .map(SentNotice::day)
            .filter(it -> it.getMonthValue() > 6)
            .min(LocalDate::compareTo)
            .orElseThrow();
    assertThat(with)
        .filteredOn(it -> it.to().equals("RDCWH-BG") && it.day().getYear() == 2027)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.day()).isEqualTo(first);
              assertThat(it.text())
                  .containsOnlyOnce("“参加区委有关工作会议”今年上半年已登记:")
                  .contains("研究室4次", "“安排代表列席区政府常务会议”今年上半年已登记:区政府0次。");
            });
    assertThat(with.stream().map(it -> it.to() + it.day().getYear())).doesNotHaveDuplicates();
    assertThat(notices.stream().flatMap(it -> it.lines().stream()))
        .noneMatch(it -> it.contains("参加区委有关工作会议"));
    assertThat(
            sql(
                "SELECT state FROM reminder JOIN deadline_copy ON deadline_copy.id = deadline_id"
                    + " WHERE body->>'tally' = 'true'"))
        .isEmpty();
  }

  private void words() {
    assertThat(notices)
        .allSatisfy(
            it -> {
              assertThat(it.subject()).startsWith("【工作提示】");
              assertThat(it.text()).contains("联系人", "区人大常委会办公室", units.get(it.to()));
              assertThat(it.text()).doesNotContain("null", "{", "系统停用");
              assertThat(it.lines()).doesNotHaveDuplicates();
              assertThat(it.listed()).isEqualTo(it.duties());
            });
    assertThat(told())
        .allSatisfy(
            step ->
                assertThat(notices)
                    .filteredOn(
                        it -> it.day().equals(step.leaves()) && it.to().equals(step.recipient()))
                    .singleElement()
                    .satisfies(it -> assertThat(it.text()).contains(title(step.obligation()))));
  }

  private void afterwards() {
    assertThat(afterTheNotices("o-039", "QZF-BM-01"))
        .containsExactly(
            "2027-09-02 LETTER REMINDER_LETTER AWAITING_SIGNATURE",
            "2027-11-03 STAFF TELEPHONE PLANNED",
            "2027-11-05 LETTER FIRST_LETTER AWAITING_SIGNATURE",
            "2027-11-19 LETTER SECOND_LETTER AWAITING_SIGNATURE",
            "2027-12-10 STAFF FURTHER PLANNED");
    assertThat(afterTheNotices("o-090a", "QFY"))
        .containsExactly(
            "2027-07-05 STAFF TELEPHONE PLANNED",
            "2027-07-07 LETTER FIRST_LETTER AWAITING_SIGNATURE",
            "2027-07-21 LETTER SECOND_LETTER AWAITING_SIGNATURE",
            "2027-08-11 STAFF FURTHER PLANNED");
    assertThat(afterTheNotices("o-097", "RDCWH-GW"))
        .containsExactly("2027-11-18 STAFF TELEPHONE PLANNED");
    assertThat(afterTheNotices("o-090p", "QJCY")).isEmpty();
    assertThat(afterTheNotices("o-120a", "XRD-01")).isEmpty();
    assertThat(afterTheNotices("o-051", "XDW-01"))
        .containsExactly(
            "2027-04-06 STAFF TELEPHONE PLANNED",
            "2027-04-08 LETTER FIRST_LETTER SKIPPED RELATION",
            "2027-04-22 LETTER SECOND_LETTER SKIPPED RELATION",
            "2027-05-13 STAFF FURTHER SKIPPED RELATION");
  }

  private void why() {
    assertThat(why("o-039", "QZF-BM-01", "LEAD", "2027-09-02"))
        .isEqualTo("“报送法律法规贯彻实施情况”时限为2027年10月29日。开始办理前20个工作日为2027年9月2日,已发送。依据提示规则“window”(适用于全部)。");
    assertThat(why("o-039", "QZF-BM-03", "DUE", "2027-10-29"))
        .contains("时限当日为2027年10月29日,已取消(已完成)");
    assertThat(why("o-120a", "XRD-03", "PACE", "2027-05-18"))
        .contains("进度(第1次)提示日为2027年5月18日,已取消(已完成)");
    assertThat(why("o-121d", "XRD-ZXT-04", "DUE", "2027-03-31")).contains("已取消(已申请办结)");
    assertThat(why("o-077a", "QW", "BEFORE", "2026-12-30")).contains("时限前18个月为2026年12月30日,已发送");
    assertThat(why("o-120a", "XRD-01", "LATEST_START", "2027-12-03"))
        .contains("最迟启动日为2027年12月3日,已发送");
  }
}
