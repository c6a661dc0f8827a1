package duban.catalog.writing;

import static duban.catalog.writing.Caller.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes an id otherwise than it may be is told in words how it may be. */
@QuarkusTest
class WrittenIdsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "units | {'id': 'a_b', 'name': '一', 'kind': 'BODY'} | id must be 1 to 60 letters (A to Z, a to z), digits and hyphens",
        "terms | {'id': '', 'level': 'DISTRICT', 'from': '2030-01-01', 'to': '2034-12-31'} | id must be 1 to 60 letters (A to Z, a to z), digits and hyphens",
        "occasion-types | {'id': 'open-day', 'name': '一'} | id must be 1 to 60 capitals (A to Z), digits and '_', the first a capital",
        "attributes | {'name': '2days', 'type': 'NUMBER', 'label': '一'} | name must be letters (A to Z, a to z) and digits, the first a letter"
      },
      quoteCharacter = '`')
  void isToldHowIdsAreWritten(String path, String body, String detail) {
    post(path, body.replace('\'', '"')).then().statusCode(400).body("detail", equalTo(detail));
  }
}
