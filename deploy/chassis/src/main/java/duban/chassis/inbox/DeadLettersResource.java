package duban.chassis.inbox;

import duban.chassis.authorship.Authorship;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What could not be applied: listed, tried again, or put aside with a reason. */
@Path("dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class DeadLettersResource {

  /** Which states there are. */
  enum State {
    OPEN,
    REPLAYED,
    DISCARDED
  }

  /** Why a letter is put aside. */
  public record Discard(@NotBlank @Size(max = 500) String reason) {}

  private final DeadLetters letters;
  private final Application application;
  private final Access access;
  private final Authorship authorship;

  DeadLettersResource(
      DeadLetters letters, Application application, Access access, Authorship authorship) {
    this.letters = letters;
    this.application = application;
    this.access = access;
    this.authorship = authorship;
  }

  /** By number. {@code state} OPEN, REPLAYED or DISCARDED; {@code reason} one of {@link Reason}. */
  @GET
  public Page<DeadLetter> list(
      @BeanParam Paging paging,
      @QueryParam("state") @Nullable String state,
      @QueryParam("reason") @Nullable String reason) {
    access.require(Concern.ALL);
    var after = paging.after().map(cursor -> number(Cursor.decode(cursor, 1))).orElse(0L);
    var rows =
        letters.after(
            after,
            duban.chassis.problem.Parameter.oneOf("state", state, State.class)
                .map(Enum::name)
                .orElse(null),
            duban.chassis.problem.Parameter.oneOf("reason", reason, Reason.class)
                .map(Enum::name)
                .orElse(null),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), it -> Cursor.encode(Long.toString(it.id())));
  }

  private static long number(List<String> key) {
    try {
      return Long.parseLong(key.get(0));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }

  /** Applies the record now. 409 if it was settled already or still fails, with the reason. */
  @POST
  @Path("{id}/replay")
  @Transactional
  @Extension(
      name = "x-problems",
      value = "dead-letter-not-known dead-letter-settled still-unacceptable")
  public DeadLetter replay(@PathParam("id") @Parameter(example = "7") long id) {
    open(id);
    var record = letters.record(id).orElseThrow();
    try {
      application.read(record);
    } catch (UnacceptableRecord e) {
      throw Problems.conflict("still-unacceptable", e.reason() + ": " + e.detail());
    }
    return settled(id, State.REPLAYED, null);
  }

  /** Puts it aside for good. */
  @POST
  @Path("{id}/discard")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Extension(name = "x-problems", value = "dead-letter-not-known dead-letter-settled")
  public DeadLetter discard(
      @PathParam("id") @Parameter(example = "7") long id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Discard.class),
                      examples =
                          @ExampleObject(
                              name = "a tool of before",
                              value = "{\"reason\": \"Sent by a tool that is switched off\"}")))
          @NotNull
          @Valid
          Discard why) {
    open(id);
    return settled(id, State.DISCARDED, why.reason());
  }

  private DeadLetter settled(long id, State state, @Nullable String why) {
    letters.settle(id, state.name(), why);
    authorship.wrote("dead-letter", Long.toString(id), 1);
    return letters.lock(id).orElseThrow();
  }

  private void open(long id) throws HttpProblem {
    access.require(Concern.ALL);
    var letter =
        letters
            .lock(id)
            .orElseThrow(
                () -> Problems.notFound("dead-letter-not-known", "There is no dead letter " + id));
    if (!letter.state().equals(State.OPEN.name())) {
      throw Problems.conflict(
          "dead-letter-settled", "Dead letter " + id + " is " + letter.state() + " already");
    }
  }
}
