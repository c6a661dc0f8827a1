package duban.notification;

import duban.chassis.contract.BadInput;
import duban.chassis.contract.OpenLetter;
import duban.chassis.contract.Schemas;
import duban.chassis.contract.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class BadInputTest extends RunningService {

  @Inject AgroalDataSource database;

  @TestFactory
  Stream<DynamicContainer> whatIsWrongIsRefused() {
    feed.calendar()
        .unit("QZF-BM-03", "区科技和信息化局", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-03", "区科技和信息化局"))
        .unit("QZF-BM-04", "区教委", "DEPARTMENT", null)
        .deadline(Year2027.report("QZF-BM-04", "区教委"))
        .read();
    sql(
        "DELETE FROM contact WHERE id = 'QZF-BM-04'; DELETE FROM contact_unit WHERE contact_id = 'QZF-BM-04'");
    plan("2027-10-25T09:29:10");
    sql(
        "INSERT INTO message (id, kind, recipient, channel, day, state, attempts, mail_id, address,"
            + " subject, text, html, created_at, sent_at) VALUES (gen_random_uuid(), 'NOTICE',"
            + " 'QZF-BM-03', 'EMAIL', '2027-10-25', 'SENT', 1, '<1@duban.example>',"
            + " 'a@duban.example', '督办', '督办', '<p>督办</p>', '2027-10-25T01:30Z',"
            + " '2027-10-25T01:30Z')");
    var measure = Schemas.example("catalog-service", "measure.v1");
    return BadInput.of(Path.of("openapi.yaml"))
        .tables(() -> Tables.fingerprint(database))
        .deadLetters(() -> OpenLetter.of(database, "duban.measures", "duban.measure.v1", measure))
        .tests();
  }
}
