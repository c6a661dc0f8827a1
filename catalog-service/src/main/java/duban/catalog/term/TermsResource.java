package duban.catalog.term;

import duban.catalog.listing.Where;
import duban.chassis.page.Cursor;
import duban.chassis.page.Page;
import duban.chassis.page.Paging;
import duban.chassis.problem.Parameter;
import duban.chassis.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The terms (届) of congresses and party. */
@Path("/terms")
@PermitAll
class TermsResource {
  private final TermRepository terms;

  TermsResource(TermRepository terms) {
    this.terms = terms;
  }

  /** In the order of their ids. */
  @GET
  public Page<Term> list(@QueryParam("level") @Nullable String level, @BeanParam Paging paging) {
    Where where = new Where();
    Parameter.oneOf("level", level, Level.class).ifPresent(it -> where.equal("level", it.name()));
    paging.after().ifPresent(it -> where.and("id > :after", "after", Cursor.decode(it, 1).get(0)));
    return Page.of(
            where.fetch(terms, "id", paging.limit()), paging.limit(), it -> Cursor.encode(it.id))
        .map(TermEntity::term);
  }

  @GET
  @Path("/{id}")
  public Term one(@PathParam("id") String id) {
    return Parameter.text("id", id)
        .flatMap(terms::findByIdOptional)
        .map(TermEntity::term)
        .orElseThrow(() -> Problems.notFound("term-not-known", "No term has the id '" + id + "'"));
  }
}
