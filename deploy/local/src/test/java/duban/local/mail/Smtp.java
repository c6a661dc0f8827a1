package duban.local.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks SMTP by hand, so that the answer to each line is seen. */
final class Smtp {
  private Smtp() {}

  /** The answer to the end of the mail. */
  static String send(int port, String from, String to, String mail) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      answer(in);
      for (String line :
          new String[] {"EHLO duban", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA"}) {
        write(out, line + "\r\n");
        answer(in);
      }
      write(out, mail + "\r\n.\r\n");
      return answer(in);
    }
  }

  static String notice(String subject) {
    return String.join(
        "\r\n",
        "From: =?UTF-8?B?" + base64("督办") + "?= <duban@chaoyang.example>",
        "To: =?UTF-8?B?" + base64("区财政局") + "?= <bm01@chaoyang.example>",
        "Subject: =?UTF-8?B?" + base64(subject) + "?=",
        "Message-ID: <n1@duban.example>",
        "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=\"xx\"",
        "",
        "--xx",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        "请于10月29日前报送。",
        "..点开头的一行",
        "--xx",
        "Content-Type: text/html; charset=UTF-8",
        "Content-Transfer-Encoding: base64",
        "",
        base64("<p>请于<b>10月29日</b>前报送。</p>"),
        "--xx--");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String answer(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return String.valueOf(line);
  }
}
