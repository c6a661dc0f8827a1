package duban.local.signin;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;

/** The accounts to choose from. There are no passwords: whoever reaches this machine may look. */
final class LoginPage {
  private static final String BEFORE =
      """
      <!doctype html>
      <html lang="zh-CN">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>登录 · Duban 示例</title>
      <style>
        body { font: 1rem/1.5 sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
        button { font: inherit; width: 100%; margin: .25rem 0; padding: .5rem 1rem; text-align: left }
      </style>
      <h1>选择示例账户</h1>
      <p>Choose a demonstration account.</p>
      <form method="post">
      """;

  private LoginPage() {}

  static OAuth2HttpResponse show() {
    var accounts =
        Arrays.stream(Account.values()).map(LoginPage::button).collect(Collectors.joining());
    return new OAuth2HttpResponse(
        Headers.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "no-store",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
        200,
        BEFORE + accounts + "</form>\n",
        null);
  }

  private static String button(Account account) {
    return "<button name=\"username\" value=\"%s\">%s · %s · %s</button>\n"
        .formatted(account.key(), account.shown(), account.key(), account.scope());
  }
}
