package duban.notification.notice;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a notice on paper. */
@ApplicationScoped
public class Letterhead {

  /** A notice as it leaves; {@code text} and {@code html} say the same. */
  public record Page(String subject, String text, String html) {}

  private final Template text;
  private final Template html;
  private final Office office;

  Letterhead(
      @Location("notice.txt") Template text,
      @Location("notice.html") Template html,
      Office office) {
    this.text = text;
    this.html = html;
    this.office = office;
  }

  public Page of(Notice notice) {
    return new Page(notice.subject(), render(text, notice), render(html, notice));
  }

  private String render(Template template, Notice notice) {
    return template.data("notice", notice).data("office", office).render().strip() + "\n";
  }
}
