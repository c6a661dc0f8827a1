package duban.chassis.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Takes what the services take, and gives it back. */
@Path("echo")
@PermitAll
public class EchoResource {

  private final Access access;

  EchoResource(Access access) {
    this.access = access;
  }

  enum Colour {
    RED,
    GREEN
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Times.class, name = "TIMES"),
    @JsonSubTypes.Type(value = Once.class, name = "ONCE")
  })
  sealed interface Rule permits Times, Once {}

  record Times(int times, @Nullable Period within, @Nullable BigDecimal weight, @Nullable Day by)
      implements Rule {}

  record Once() implements Rule {}

  @WrittenAs("a day such as \"--10-31\"")
  record Day(MonthDay day) {
    @JsonCreator
    Day(String day) {
      this(MonthDay.parse(day));
    }
  }

  public record Body(
      @NotNull UUID id,
      @NotBlank String text,
      @Nullable LocalDate day,
      @Nullable Integer count,
      @Nullable Colour colour,
      @Nullable List<String> list,
      @Nullable Map<String, Object> attributes,
      @Nullable Rule rule) {}

  /** What a service does not expect. */
  @GET
  @Path("broken")
  @Produces("application/json")
  @Operation(hidden = true)
  public Body broken() {
    throw new IllegalStateException("SELECT secret FROM duban.hidden");
  }

  /** What passes. */
  @GET
  @Path("away")
  @Produces("application/json")
  @Operation(hidden = true)
  public Body away() {
    throw new IllegalStateException(new SQLTransientConnectionException("secret", "08006"));
  }

  /** What takes longer than a connection may be idle where a test says so. */
  @GET
  @Path("long")
  @Produces("application/json")
  @Operation(hidden = true)
  public String takingLong() throws InterruptedException {
    Thread.sleep(5_000);
    return "{}";
  }

  @POST
  @Operation(hidden = true)
  @Consumes("application/json")
  public Body echo(@NotNull @Valid Body body) {
    access.require(Concern.ALL);
    return body;
  }
}
