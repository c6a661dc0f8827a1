package duban.catalog.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TopicRepository implements PanacheRepositoryBase<TopicEntity, KeyInDocument> {}
