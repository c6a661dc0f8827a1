package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may call whom. */
class NetworkTest {

  @Test
  void theIngressRoutesTheThreePrefixesOfOneHostAndNoManagementPort() {
    var ingress = Chart.render("production-values.yaml").one("Ingress", "duban");
    assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("nginx");
    assertThat(ingress.at("/spec/rules")).hasSize(1);
    assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("duban.example.org");
    assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("duban-tls");
    var paths = ingress.at("/spec/rules/0/http/paths");
    assertThat(paths).hasSize(3);
    for (var path : paths) {
      var service = path.at("/backend/service/name").asText();
      assertThat(path.path("path").asText())
          .isEqualTo("/api/" + service.substring("duban-".length()));
      assertThat(path.path("pathType").asText()).isEqualTo("Prefix");
      assertThat(path.at("/backend/service/port/name").asText()).isEqualTo("http");
    }
  }

  @Test
  void withoutAnIngressThereIsNoneAndForwardedHeadersAreNotBelieved() {
    var rendered = Chart.render("defaults-values.yaml");
    assertThat(rendered.names("Ingress")).isEmpty();
    var forwarding = "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING";
    assertThat(rendered.variables(rendered.container("status"))).doesNotContainKey(forwarding);
    var production = Chart.render("production-values.yaml");
    assertThat(production.variables(production.container("status")))
        .containsEntry(forwarding, "true");
  }

  @Test
  void onlyTheIngressCallsTheApiAndOnlyPrometheusReadsMetrics() {
    for (var policy : Chart.render("production-values.yaml").all("NetworkPolicy").toList()) {
      var spec = policy.path("spec");
      assertThat(Rendered.texts(spec.path("policyTypes"))).containsExactly("Ingress", "Egress");
      assertThat(spec.path("ingress")).hasSize(2);
      assertThat(peer(spec.at("/ingress/0/from"))).containsExactly("ingress-nginx");
      assertThat(ports(spec.at("/ingress/0"))).containsExactly("http");
      assertThat(peer(spec.at("/ingress/1/from"))).containsExactly("monitoring");
      assertThat(ports(spec.at("/ingress/1"))).containsExactly("management");
    }
  }

  @Test
  void aControllerInTheNetworkOfItsNodesIsLetInByAddress() {
    var more = "networkPolicy: {ingressNamespaces: [], ingressCidrs: [10.1.0.0/16]}";
    for (var policy : Chart.render("production-values.yaml", more).all("NetworkPolicy").toList()) {
      assertThat(peer(policy.at("/spec/ingress/0/from"))).containsExactly("10.1.0.0/16");
    }
  }

  @Test
  void eachServiceReachesItsServersAndOnlyNotificationTheMailServer() {
    var rendered = Chart.render("production-values.yaml");
    for (var service : Repository.SERVICES) {
      var egress = rendered.one("NetworkPolicy", "duban-" + service).at("/spec/egress");
      assertThat(egress).hasSize(service.equals("notification") ? 5 : 4);
      assertThat(peer(egress.at("/0/to"))).containsExactly("kube-system");
      assertThat(ports(egress.path(0))).containsExactly("53", "53");
      assertThat(peer(egress.at("/1/to"))).containsExactly("databases");
      assertThat(ports(egress.path(1))).containsExactly("5432");
      assertThat(peer(egress.at("/2/to"))).containsExactly("kafka");
      assertThat(ports(egress.path(2))).containsExactly("9093");
      assertThat(peer(egress.at("/3/to"))).containsExactly("192.0.2.26/32");
      assertThat(ports(egress.path(3))).containsExactly("443");
    }
    var mail = rendered.one("NetworkPolicy", "duban-notification").at("/spec/egress/4");
    assertThat(peer(mail.path("to"))).containsExactly("192.0.2.25/32");
    assertThat(ports(mail)).containsExactly("587");
  }

  @Test
  void theProviderIsReachedAtThePortOfTheAddressThatThePodsUse() {
    var egress =
        Chart.render("strimzi-cnpg-values.yaml")
            .one("NetworkPolicy", "duban-status")
            .at("/spec/egress/3");
    assertThat(peer(egress.path("to"))).containsExactly("login");
    assertThat(ports(egress)).containsExactly("8080");
  }

  @Test
  void namesAreResolvedWhereThePlatformResolvesThem() {
    var egress =
        Chart.render(
                "production-values.yaml",
                "networkPolicy: {dns: {namespaces: [openshift-dns], cidrs: [169.254.20.10/32],"
                    + " port: 5353}}")
            .one("NetworkPolicy", "duban-status")
            .at("/spec/egress/0");
    assertThat(peer(egress.path("to"))).containsExactly("openshift-dns", "169.254.20.10/32");
    assertThat(ports(egress)).containsExactly("5353", "5353");
  }

  @Test
  void aDatabaseThatWasMadeHereIsReachedByItsPods() {
    var egress =
        Chart.render("strimzi-cnpg-values.yaml")
            .one("NetworkPolicy", "duban-status")
            .at("/spec/egress/1");
    assertThat(egress.at("/to/0/podSelector/matchLabels/cnpg.io~1cluster").asText())
        .isEqualTo("duban-postgres");
  }

  private static List<String> peer(JsonNode peers) {
    return Rendered.each(peers)
        .map(
            it ->
                it.has("ipBlock")
                    ? it.at("/ipBlock/cidr").asText()
                    : it.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name").asText())
        .toList();
  }

  private static List<String> ports(JsonNode rule) {
    return Rendered.each(rule.path("ports")).map(it -> it.path("port").asText()).toList();
  }
}
