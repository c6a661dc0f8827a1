package duban.notification.notice;

import static duban.notification.Year2027.at;
import static duban.notification.Year2027.day;
import static org.assertj.core.api.Assertions.assertThat;

import duban.notification.RunningService;
import duban.notification.Year2027;
import duban.notification.deadline.Deadline;
import duban.notification.policy.Step;
import duban.notification.progress.Progress;
import duban.notification.stop.Stop;
import duban.notification.unit.Relation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LetterheadTest extends RunningService {

  @Inject Letterhead letterhead;

  private static Owed owed(Deadline deadline, Role role, String section, Relation relation) {
    return new Owed(
        deadline,
        Progress.none(deadline.id()),
        deadline.dueOn(),
        role,
        section,
        relation,
        Set.of(Step.BEFORE));
  }

  @Test
  void aNoticeForTwoUnitsHasASectionEachAndSaysTheSameTwice() throws IOException {
    var notice =
        new Notice(
            "李某某<科长>",
            List.of(
                owed(Year2027.sessions(), Role.LEAD, "南磨房乡人大", Relation.GUIDED),
                owed(
                    Year2027.report("QZF-BM-01", "区发展改革委"),
                    Role.LEAD,
                    "区发展改革委",
                    Relation.DEPARTMENT),
                owed(
                    Year2027.report("QZF-BM-02", "区教委"),
                    Role.SUPERVISE,
                    "区发展改革委",
                    Relation.DEPARTMENT)),
            List.of(new Stop(at("2027-10-25T09:40:00"), at("2027-11-01T09:29:00"), Stop.Why.DOWN)),
            day("2027-11-01"),
            Year2027.calendar());
    var page = letterhead.of(notice);
    Files.createDirectories(Path.of("target/letters"));
    Files.writeString(Path.of("target/letters/several.html"), page.html());
    Files.writeString(Path.of("target/letters/several.txt"), page.text());
    assertThat(page.text())
        .isEqualTo(
            """
            【工作提示】李某某<科长>:10月25日9时40分至11月1日9时29分系统停用,其间未发送工作提示。截至目前有3项未完成,其中2项已逾期,按紧急程度列出如下:

            区发展改革委
            1.[牵头]“报送法律法规贯彻实施情况”应于10月29日前报送,已逾期1个工作日。
            2.[督办]区教委“报送法律法规贯彻实施情况”应于10月29日前报送,已逾期1个工作日。

            南磨房乡人大
            3.[牵头]“召开乡人民代表大会会议”今年已登记0次,还差2次,12月31日(星期五)前完成。

            已经完成尚未登记的,请补登。联系人值班室(示例),电话010-0000-0000(示例)。

            区人大常委会办公室
            2027年11月1日
            """);
    assertThat(page.html())
        .contains("李某某&lt;科长&gt;", "<strong>南磨房乡人大</strong>", "还差2次")
        .doesNotContain("{", "NOT_FOUND");
  }
}
