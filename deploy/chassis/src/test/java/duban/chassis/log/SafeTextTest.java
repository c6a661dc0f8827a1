package duban.chassis.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller sends stands in the log as text, and as nothing else. */
class SafeTextTest {

  private static String line(String format, Throwable thrown, Object... parameters) {
    var record =
        new ExtLogRecord(
            Level.WARNING, format, ExtLogRecord.FormatStyle.PRINTF, SafeTextTest.class.getName());
    record.setParameters(parameters);
    record.setThrown(thrown);
    record.setLoggerName("duban");
    assertThat(new SafeText().isLoggable(record)).isTrue();
    return new PatternFormatter("%-5p [%c] %s%e%n").format(record);
  }

  @Test
  void noLineCanBeForgedByATextOrByTheMessageOfAFailure() {
    var forged = "x\r\n2027-10-25 09:30:00,000 INFO  [duban] all is well";
    var cause = new IllegalArgumentException("inner\n" + forged);
    var failure = new IllegalStateException("outer\u2028" + forged, cause);
    failure.addSuppressed(new IllegalStateException("beside\n" + forged));
    var lines = line("title is %s", failure, forged).lines().filter(it -> !it.isEmpty()).toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "WARNING [duban] title is x\\u000d\\u000a2027-10-25 09:30:00,000 INFO  [duban] all is well:"
                + " java.lang.IllegalStateException: outer\\u2028x\\u000d\\u000a2027-10-25 09:30:00,000"
                + " INFO  [duban] all is well");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(it -> it.matches("\\s+(at |\\.\\.\\. |Suppressed: ).*|\\s*Caused by: .*"))
        .anyMatch(it -> it.contains("at duban.chassis.log.SafeTextTest"))
        .anyMatch(
            it -> it.startsWith("Caused by: java.lang.IllegalArgumentException: inner\\u000a"));
  }

  @Test
  void whatCannotBeSeenIsWrittenOut() {
    assertThat(line("%s", null, "a\u202eb\u0000c\u001b[31md\u200be\ud800f\u0085g\ufeff"))
        .isEqualTo(
            "WARNING [duban] a\\u202eb\\u0000c\\u001b[31md\\u200be\\ud800f\\u0085g\\ufeff\n");
    assertThat(line("%s", null, "督办 “引” \ud842\udfb7 100% {0} ${x}\t表"))
        .isEqualTo("WARNING [duban] 督办 “引” \ud842\udfb7 100% {0} ${x}\t表\n");
  }

  @Test
  void aFailureThatIsItsOwnCauseEnds() {
    var a = new IllegalStateException("a");
    a.initCause(new IllegalStateException("b", a));
    assertThat(line("x", a)).contains("IllegalStateException: b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      550 <li.si@example.org> unknown            | 550 <***@example.org> unknown
      李四@机关.中国 refused                      | ***@机关.中国 refused
      call 13812345678 now                       | call *** now
      +86 138 1234 5678, 010-65123456            | ***, ***
      电话13812345678,tel:010-65123456。        | 电话***,tel:***。
      duban.units-3 at offset 13812345678        | duban.units-3 at offset ***
      c8016298-c172-53b1-9eee-346aed4e1360       | c8016298-c172-53b1-9eee-346aed4e1360
      2027-10-25T01:29:00.123456Z took 1234567 ms | 2027-10-25T01:29:00.123456Z took 1234567 ms
      127.0.0.1:19092 pg@localhost               | 127.0.0.1:19092 pg@localhost
      """)
  void addressesAndTelephoneNumbersAreMasked(String said, String logged) {
    assertThat(line("%s", null, said)).isEqualTo("WARNING [duban] " + logged + "\n");
  }
}
