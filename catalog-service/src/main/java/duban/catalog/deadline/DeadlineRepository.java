package duban.catalog.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class DeadlineRepository implements PanacheRepositoryBase<DeadlineEntity, UUID> {}
