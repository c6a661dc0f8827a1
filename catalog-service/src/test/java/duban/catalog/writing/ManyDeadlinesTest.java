package duban.catalog.writing;

import static duban.catalog.writing.Caller.post;
import static duban.catalog.writing.Caller.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A rule with more deadlines than are made at once. */
@QuarkusTest
class ManyDeadlinesTest {
  private static final String ID = "o-weekly";
  private static final String OPEN = "status = 'ACTIVE'";

  /** Of some 94 units in the 52 weeks that begin next year. */
  private static final int MANY = 3_000;

  @Inject AgroalDataSource database;

  @Test
  void theyAreMadeChangedAndWithdrawnAllOrNone() throws SQLException {
    int all =
        post("obligations?dryRun=true", weekly("每周报送"))
            .then()
            .statusCode(200)
            .extract()
            .path("deadlines.counts.appeared");
    assertThat(all).isGreaterThan(MANY);
    assertThat(count("true")).isZero();

    post("obligations", weekly("每周报送"))
        .then()
        .statusCode(201)
        .body("deadlines.counts.appeared", equalTo(all));
    assertThat(count(OPEN)).isEqualTo(all);
    assertThat(count("version = 1")).isEqualTo(all);

    put("obligations/" + ID, weekly("每周报告"))
        .then()
        .statusCode(200)
        .body("deadlines.counts.changed", equalTo(all));
    assertThat(count("version = 2 AND title = '每周报告'")).isEqualTo(all);

    put("obligations/" + ID, weekly("每周报告").replace("2028-01-01", "2029-06-01"))
        .then()
        .statusCode(200)
        .body("deadlines.counts.withdrawn", equalTo(all));
    assertThat(count(OPEN)).isZero();
  }

  private int count(String which) throws SQLException {
    String sql = "SELECT count(*) FROM deadline WHERE obligation_id = '" + ID + "' AND " + which;
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String weekly(String title) {
    return """
    {"id": "%s", "measureId": "chaoyang-2015-T2-1", "title": "%s",
     "quote": "区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况",
     "strength": "MUST",
     "who": {"responsible": ["QZF-BM", "JDGW", "RDJDGW", "XRD"], "supervisor": "RDCWH-BG",
             "fanOut": "PER_UNIT"},
     "rule": {"kind": "WINDOW", "period": "WEEK", "times": 1, "due": "-P1D"},
     "afterDue": "MAKE_UP", "inForceFrom": "2028-01-01"}
    """
        .formatted(ID, title);
  }
}
