package duban.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in. Any sender, any recipient. */
final class Delivery implements MessageHandler {
  /** RFC 5321: the sender tries again later. */
  private static final int INSUFFICIENT_STORAGE = 452;

  private final Mailbox mailbox;
  private final List<String> to = new ArrayList<>();
  private String from = "";

  Delivery(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void from(String address) {
    from = address;
  }

  @Override
  public void recipient(String address) {
    to.add(address);
  }

  @Override
  public @Nullable String data(InputStream data) throws IOException, RejectException {
    byte[] bytes = data.readAllBytes();
    try {
      long id = mailbox.keep(from, List.copyOf(to), bytes);
      return "kept as " + id;
    } catch (IOException e) {
      throw new RejectException(INSUFFICIENT_STORAGE, "not kept: " + e.getMessage());
    }
  }

  @Override
  public void done() {
    // The mail was kept before its 250; there is nothing left to do.
  }
}
