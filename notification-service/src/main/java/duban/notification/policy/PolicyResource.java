package duban.notification.policy;

import duban.chassis.edit.Version;
import duban.chassis.page.Page;
import duban.chassis.problem.Problems;
import duban.chassis.rights.Access;
import duban.chassis.rights.Concern;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** In which steps duties are reminded of: for all, for an obligation, for a unit. */
@Path("policies")
@Tag(
    name = "policies",
    description =
        "How long before or after a date each step of reminding comes, by kinds of duties.")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class PolicyResource {

  private final Policies policies;
  private final Editing editing;
  private final Access access;

  PolicyResource(Policies policies, Editing editing, Access access) {
    this.policies = policies;
    this.editing = editing;
    this.access = access;
  }

  /** Those for all and for an obligation, and those for units that the caller may see, by id. */
  @GET
  @Operation(summary = "List the policies")
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  public Page<PolicyView> list() {
    var sight = access.sight();
    return new Page<>(
        policies.all().stream().filter(it -> it.seen(sight)).map(PolicyView::of).toList(), null);
  }

  /** One policy, with the ETag that a change starts from. */
  @GET
  @Operation(summary = "Read one policy")
  @Path("{id}")
  @APIResponseSchema(PolicyView.class)
  @Extension(name = "x-problems", value = "policy-not-known unauthenticated forbidden")
  public Response get(@Parameter(example = "window") @PathParam("id") String id) {
    var policy =
        policies
            .find(checked(id))
            .filter(it -> it.seen(access.sight()))
            .orElseThrow(
                () ->
                    Problems.notFound("policy-not-known", "There is no policy with the id " + id));
    return Response.ok(PolicyView.of(policy))
        .header("ETag", Version.etag(policy.version()))
        .build();
  }

  /**
   * A policy for an obligation or a unit. What is planned is planned again, and the answer says
   * what that changes; with dryRun nothing is kept.
   */
  @POST
  @Operation(summary = "Make a policy for an obligation or a unit")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "200",
      description = "The same again, or only tried",
      content = @Content(schema = @Schema(implementation = PolicyAnswer.class)))
  @APIResponse(responseCode = "201", description = "Made")
  @Extension(
      name = "x-problems",
      value = "policy-conflict policy-scope-taken policy-contradiction unit-not-known unavailable")
  public Response create(
      @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("dryRun")
          @Nullable String dryRun,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = NewPolicy.class),
                      examples = {
                        @ExampleObject(name = "unit", value = Examples.CREATE),
                        @ExampleObject(name = "obligation", value = Examples.FOR_OBLIGATION),
                        @ExampleObject(name = "term", value = Examples.FOR_TERMS)
                      }))
          @NotNull
          @Valid
          NewPolicy policy) {
    var dry = dry(dryRun);
    access.require(Concern.ALL);
    var edited = editing.create(policy, dry);
    var path = URI.create("policies/" + policy.id());
    var response = edited.created() && !dry ? Response.created(path) : Response.ok();
    return answer(response, edited.answer(), dry);
  }

  /** Changes its steps; for whom it counts stays. The same answer, and the same dryRun. */
  @PUT
  @Operation(summary = "Change the steps of a policy")
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(PolicyAnswer.class)
  @Extension(name = "x-problems", value = "policy-not-known policy-contradiction unavailable")
  public Response change(
      @Parameter(example = "window") @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("dryRun")
          @Nullable String dryRun,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = PolicyChange.class),
                      examples = @ExampleObject(name = "steps", value = Examples.CHANGE)))
          @NotNull
          @Valid
          PolicyChange change) {
    var dry = dry(dryRun);
    access.require(Concern.ALL);
    return answer(Response.ok(), editing.change(checked(id), change, ifMatch, dry), dry);
  }

  private static boolean dry(@Nullable String dryRun) {
    return duban.chassis.problem.Parameter.flag("dryRun", dryRun);
  }

  /** PostgreSQL looks for no NUL. */
  private static String checked(String id) {
    return duban.chassis.problem.Parameter.text("id", id).orElse("");
  }

  private static Response answer(
      Response.ResponseBuilder response, PolicyAnswer body, boolean dry) {
    if (!dry) {
      response.header("ETag", Version.etag(body.policy().version()));
    }
    return response.entity(body).build();
  }
}
