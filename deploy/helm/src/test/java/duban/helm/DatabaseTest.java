package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The databases: others' or CloudNativePG's. */
class DatabaseTest {

  @Test
  void aDatabaseAndTwoRolesForEachService() {
    var rendered = Chart.render("strimzi-cnpg-values.yaml");
    var cluster = rendered.one("Cluster", "duban-postgres");
    assertThat(cluster.at("/spec/instances").asInt()).isEqualTo(2);
    assertThat(cluster.at("/metadata/annotations/helm.sh~1resource-policy").asText())
        .isEqualTo("keep");
    var roles = new TreeMap<String, String>();
    for (var role : cluster.at("/spec/managed/roles")) {
      assertThat(role.path("login").asBoolean()).isTrue();
      roles.put(role.path("name").asText(), role.at("/passwordSecret/name").asText());
    }
    assertThat(roles).hasSize(6);
    for (var service : Repository.SERVICES) {
      var name = "duban_" + service;
      assertThat(roles)
          .containsEntry(name + "_owner", "duban-" + service + "-owner")
          .containsEntry(name, "duban-" + service);
      var spec = rendered.one("Database", "duban-postgres-" + service).path("spec");
      assertThat(spec.path("name").asText()).isEqualTo(name);
      assertThat(spec.path("owner").asText()).isEqualTo(name + "_owner");
      assertThat(spec.path("localeCType").asText()).isEqualTo("C.UTF-8");
      assertThat(spec.path("localeCollate").asText()).isEqualTo("C.UTF-8");
      assertThat(spec.path("encoding").asText()).isEqualTo("UTF8");
      assertThat(spec.path("databaseReclaimPolicy").asText()).isEqualTo("retain");
      assertThat(url(rendered, service))
          .isEqualTo(
              "jdbc:postgresql://duban-postgres-rw:5432/"
                  + name
                  + "?sslmode=verify-full&sslrootcert=/etc/duban/database/ca.crt");
    }
  }

  /**
   * Backups, resources and the like are CloudNativePG's to describe, and the operators' to choose.
   */
  @Test
  void whatIsSaidOfTheClusterIsLaidOverWhatTheChartSays() {
    var cluster =
        Chart.render(
                "strimzi-cnpg-values.yaml",
                "cnpg: {spec: {backup: {volumeSnapshot: {className: fast}}, postgresql: {parameters: {work_mem: 8MB}}}}")
            .one("Cluster", "duban-postgres");
    assertThat(Shapes.errors(cluster)).isEmpty();
    assertThat(cluster.at("/spec/backup/volumeSnapshot/className").asText()).isEqualTo("fast");
    var parameters = cluster.at("/spec/postgresql/parameters");
    assertThat(parameters.path("work_mem").asText()).isEqualTo("8MB");
    assertThat(parameters.path("max_connections").asText()).isEqualTo("300");
    assertThat(cluster.at("/spec/storage/storageClass").asText()).isEqualTo("fast");
    assertThat(cluster.at("/spec/managed/roles")).hasSize(6);
  }

  @Test
  void aServersCertificateIsCheckedAgainstTheAuthorityOfTheSecret() {
    var rendered = Chart.render("production-values.yaml");
    for (var service : Repository.SERVICES) {
      var path = "/etc/duban/database";
      assertThat(url(rendered, service))
          .endsWith("/duban_" + service + "?sslmode=verify-full&sslrootcert=" + path + "/ca.crt");
      for (var container :
          new JsonNode[] {rendered.container(service), rendered.migration(service)}) {
        assertThat(
                Rendered.each(container.path("volumeMounts"))
                    .map(it -> it.path("mountPath").asText()))
            .contains(path, "/tmp");
      }
    }
  }

  @Test
  void aCatalogueOfOnesOwnIsMountedWhereTheCatalogLooksForIt() {
    var rendered = Chart.render("production-values.yaml");
    var catalogue = rendered.variables(rendered.container("catalog")).get("DUBAN_CATALOGUE");
    assertThat(catalogue).isEqualTo("/etc/duban/catalogue/ours.json");
    assertThat(
            Rendered.each(rendered.pod("catalog").path("volumes"))
                .map(it -> it.at("/configMap/name").asText()))
        .contains("duban-catalogue");
    var demonstration = Chart.render("demonstration-values.yaml");
    assertThat(demonstration.variables(demonstration.container("catalog")))
        .containsEntry("DUBAN_CATALOGUE", "chaoyang");
  }

  private static String url(Rendered rendered, String service) {
    return rendered.variables(rendered.container(service)).get("QUARKUS_DATASOURCE_JDBC_URL");
  }
}
