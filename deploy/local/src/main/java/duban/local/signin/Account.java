package duban.local.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One for each role. A person signs in with it on a page, a program with it as a client: both get
 * the same. The units are those of the shipped catalogue.
 */
enum Account {
  ADMINISTRATOR("系统管理员(示例)", "CY", "RDCWH-BG"),
  SUPERVISOR("督办员(示例)", "CY", "RDCWH-BG"),
  REVIEWER("审核人(示例)", "CY", "RDCWH-BG"),
  SIGNER("签发人(示例)", "CY", "RDCWH-BG"),
  LEADER("分管领导(示例)", "CY", "RDCWH"),
  REPORTER("经办人(示例)", "QZF-BM-03", "QZF-BM-03"),
  READER("查阅人(示例)", "CY", "RDCWH-YJS");

  /** No secret: it is printed in the README. */
  static final String SECRET = "demonstration";

  private static final String AUDIENCE = "duban";

  private final String shown;
  private final String scope;
  private final String unit;

  /**
   * @param scope the unit over which it has its role
   * @param unit the unit to which it belongs
   */
  Account(String shown, String scope, String unit) {
    this.shown = shown;
    this.scope = scope;
    this.unit = unit;
  }

  /** What one signs in with. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String shown() {
    return shown;
  }

  String scope() {
    return scope;
  }

  Map<String, Object> claims() {
    return Map.of(
        "name", shown,
        "preferred_username", key(),
        "grants", List.of(key() + ":" + scope),
        "units", List.of(unit));
  }

  static List<String> audience() {
    return List.of(AUDIENCE);
  }

  static Optional<Account> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }
}
