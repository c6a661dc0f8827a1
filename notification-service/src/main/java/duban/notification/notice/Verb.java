package duban.notification.notice;

import java.util.List;

/** What is done, taken from a title that begins with its verb. */
final class Verb {

  private static final List<String> KNOWN =
      List.of(
          "召开", "报送", "听取", "审议", "接待", "开展", "组织", "提出", "制定", "检查", "备案", "公布", "办理", "设立", "建立",
          "修订", "汇报");

  private Verb() {}

  static String of(String title) {
    return KNOWN.stream().filter(title::startsWith).findFirst().orElse("完成");
  }
}
