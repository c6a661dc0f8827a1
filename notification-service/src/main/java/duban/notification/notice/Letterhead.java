package duban.notification.notice;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a notice, or a yearly list, on paper. */
@ApplicationScoped
public class Letterhead {

  /** A notice as it leaves; {@code text} and {@code html} say the same. */
  public record Page(String subject, String text, String html) {}

  private final Template text;
  private final Template html;
  private final Template listText;
  private final Template listHtml;
  private final Office office;

  Letterhead(
      @Location("notice.txt") Template text,
      @Location("notice.html") Template html,
      @Location("tasklist.txt") Template listText,
      @Location("tasklist.html") Template listHtml,
      Office office) {
    this.text = text;
    this.html = html;
    this.listText = listText;
    this.listHtml = listHtml;
    this.office = office;
  }

  public Page of(Notice notice) {
    return new Page(
        notice.subject(), render(text, "notice", notice), render(html, "notice", notice));
  }

  public Page of(TaskList list) {
    return new Page(list.subject(), render(listText, "list", list), render(listHtml, "list", list));
  }

  private String render(Template template, String name, Object content) {
    return template.data(name, content).data("office", office).render().strip() + "\n";
  }
}
