package duban.catalog.importing;

import duban.catalog.edit.Confirmation;
import duban.catalog.edit.Edits;
import duban.catalog.edit.Stored;
import duban.catalog.edit.Trial;
import duban.catalog.rights.Permission;
import duban.catalog.snapshot.Sha256;
import duban.chassis.clock.BusinessClock;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Catalogue files: what was loaded, and what a newer one would change. */
@Path("/catalogues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "catalogues",
    description = "Catalogue files as a whole: what was loaded, and what a newer one changes.")
@PermitAll
class CataloguesResource {
  private static final String REFUSED = "invalid-catalogue confirmation-needed edit-too-long";
  private static final String SMALL =
      """
      {"document": {"id": "chaoyang-2022", "title": "第五次人大工作会议决定举措摘录", "owner": "CY",
         "openness": "OPEN",
         "lines": ["历届区委人大工作会议决定举措摘录", "", "提高区人大常委会工作质量和实效", "",
                   "第五次人大工作会议(2022年)", "",
                   "1. 区政府工作部门每年10月份向人大常委会报送本部门贯彻实施1—2部法律法规的情况。"]},
       "units": [{"code": "CY", "name": "朝阳区", "kind": "AREA"}]}
      """;

  private final GivenCatalogue given;
  private final CatalogueImport importing;
  private final LoadedCatalogues loaded;
  private final Edits edits;
  private final Permission permission;
  private final BusinessClock clock;
  private final boolean demonstration;

  CataloguesResource(
      GivenCatalogue given,
      CatalogueImport importing,
      LoadedCatalogues loaded,
      Edits edits,
      Permission permission,
      BusinessClock clock,
      @ConfigProperty(name = "duban.demonstration") boolean demonstration) {
    this.given = given;
    this.importing = importing;
    this.loaded = loaded;
    this.edits = edits;
    this.permission = permission;
    this.clock = clock;
    this.demonstration = demonstration;
  }

  /** All of them. */
  record CatalogueList(List<LoadedCatalogues.Loaded> items) {}

  /** In the order of loading; of a text that was loaded several times the first. */
  @GET
  @Operation(summary = "List the catalogue files that were loaded")
  @Extension(name = "x-problems", value = "unauthenticated forbidden")
  public CatalogueList list() {
    permission.requireAll();
    return new CatalogueList(loaded.loaded());
  }

  /**
   * Takes a catalogue file over: what is new appears, what it says otherwise is changed, what staff
   * wrote is kept, and what it does not have stays. The same again changes nothing.
   */
  @POST
  @Operation(summary = "Take a catalogue file over, or see what it would change")
  @Consumes(MediaType.APPLICATION_JSON)
  @Extension(name = "x-problems", value = REFUSED)
  public RestResponse<Takeover> load(
      @RequestBody(
              required = true,
              description = "A file of the form of catalogue.v1.schema.json",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(type = SchemaType.OBJECT),
                      examples = @ExampleObject(name = "a catalogue", value = SMALL)))
          byte[] file,
      @BeanParam Trial trial,
      @BeanParam Confirmation confirm) {
    confirm.check();
    return take(() -> given.read(file), file, trial, confirm);
  }

  /** The same with the text that came with this release. */
  @POST
  @Operation(summary = "Take the shipped catalogue over, or see what it would change")
  @Path("/shipped")
  @Extension(name = "x-problems", value = REFUSED)
  public RestResponse<Takeover> shipped(@BeanParam Trial trial, @BeanParam Confirmation confirm) {
    confirm.check();
    byte[] file = CatalogueSource.bytes(CatalogueSource.SHIPPED).orElseThrow();
    return take(() -> CatalogueReader.read(file), file, trial, confirm);
  }

  private RestResponse<Takeover> take(
      Supplier<Catalogue> catalogue, byte[] file, Trial trial, Confirmation confirm) {
    String sha256 = Sha256.hex(file);
    return edits.take(
        "catalogue",
        sha256,
        trial,
        () -> {
          permission.requireAll();
          loaded.lock();
          try {
            return take(catalogue.get(), sha256, confirm.given());
          } catch (CatalogueRefused e) {
            throw e.refused();
          }
        });
  }

  private Stored<Takeover> take(Catalogue catalogue, String sha256, boolean confirmed) {
    LocalDate today = clock.today();
    Takeover taken =
        importing.take(
            catalogue, sha256, loaded.inForceFrom(today, demonstration), today, confirmed);
    if (loaded.has(sha256)) {
      return new Stored<>(taken, 0);
    }
    loaded.remember(sha256, taken.name());
    return new Stored<>(taken, 1);
  }
}
