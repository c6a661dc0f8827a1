package duban.empty;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;

/** One answer from the database, and one of a size that is asked for. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class EmptyResource {

  private final AgroalDataSource database;

  EmptyResource(AgroalDataSource database) {
    this.database = database;
  }

  @GET
  @Path("one")
  public String one() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT 1")) {
      row.next();
      return "{\"one\": " + row.getInt(1) + "}";
    }
  }

  /** In a worker thread, as the services answer. */
  @GET
  @Path("bare")
  @io.smallrye.common.annotation.Blocking
  public String bare(@QueryParam("bytes") int bytes) {
    return "\"" + "x".repeat(Math.max(0, bytes - 2)) + "\"";
  }
}
