package duban.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contradicts itself is not rendered, and one sentence says why. */
class ContradictionsTest {

  private static final String GOOD = "defaults-values.yaml";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          database: {host: ""}                                    | database.host is missing: name the PostgreSQL server, or set cnpg.enabled=true to have one made.
          cnpg: {enabled: true}                                   | database.host names a server although cnpg.enabled makes one: set one of the two.
          database: {sslMode: verify-full}                        | database.sslMode is verify-full, but database.caSecret names no secret with the authority's certificate.
          database: {caSecret: ca}                                | database.caSecret is given, but database.sslMode prefer checks no certificate: set verify-full.
          demonstration: {clockOffset: PT1H}                      | demonstration.clockOffset is PT1H, but only a demonstration may move the clock: set demonstration.enabled=true or PT0S.
          office: {phone: ""}                                     | office.name, office.contact and office.phone are missing: they stand at the end of every notice.
          identity: {issuer: ""}                                  | identity.issuer is missing: name the OpenID provider whose tokens are accepted, as it stands in their claim iss.
          identity: {issuer: "", server: "http://login"}          | identity.server says where a provider is, but identity.issuer does not say which.
          identity: {issuer: "http://login"}                      | identity.issuer is http://login: who signs in there sends his password in the clear; give an https address.
          identity: {caSecret: ca, server: "http://login"}        | identity.caSecret is given, but the provider is not asked by https: give identity.server, or identity.issuer, an https address.
          mail: {host: ""}                                        | mail.host is missing: name the mail server that notices go through.
          mail: {from: ""}                                        | mail.from is missing: give the address that notices come from.
          mail: {existingSecret: smtp, protection: NONE}          | mail.existingSecret would send a password in the clear: set mail.protection to STARTTLS or TLS.
          catalog: {catalogue: ""}                                | catalog.catalogue is missing: set none, chaoyang (the shipped document) or a file in catalog.catalogueConfigMap; it is loaded once and stays.
          catalog: {catalogueConfigMap: ours}                     | catalog.catalogueConfigMap is given, but catalog.catalogue is none: name the file in it.
          catalog: {catalogue: ours.json}                         | catalog.catalogue is ours.json, a file, but catalog.catalogueConfigMap does not say where it lies.
          ingress: {enabled: true}                                | ingress.enabled is true, but ingress.host is missing.
          terminationGracePeriodSeconds: 20                       | terminationGracePeriodSeconds is 20, but preStopSeconds and an orderly end need 25.
          monitoring: {rules: {enabled: true}}                    | monitoring.rules.enabled is true, but without monitoring.serviceMonitor.enabled nothing is measured that they could judge.
          kafka: {bootstrapServers: ""}                           | kafka.bootstrapServers is missing: name the brokers as host:port.
          kafka: {caSecret: ca}                                   | kafka.caSecret is given, but kafka.securityProtocol PLAINTEXT uses no TLS: set SSL or SASL_SSL.
          kafka: {securityProtocol: SASL_SSL}                     | kafka.securityProtocol is SASL_SSL, but status.kafka.existingSecret does not name the secret to sign in with.
          status: {kafka: {existingSecret: user}}                 | status.kafka.existingSecret is given, but kafka.securityProtocol PLAINTEXT signs nobody in.
          network: open                                           | kafka.securityProtocol is PLAINTEXT, which anybody on the network can read: set SSL or SASL_SSL, or network=closed if nobody else can reach the way to Kafka.
          network: open                                           | database.sslMode is prefer, with which anybody on the network can read what is stored: set verify-full, or network=closed if nobody else can reach the way to PostgreSQL.
          {network: open, database: {sslMode: disable}}           | database.sslMode is disable, with which anybody on the network can read what is stored: set verify-full, or network=closed if nobody else can reach the way to PostgreSQL.
          {network: open, kafka: {securityProtocol: SASL_PLAINTEXT}} | kafka.securityProtocol is SASL_PLAINTEXT, which anybody on the network can read: set SSL or SASL_SSL, or network=closed if nobody else can reach the way to Kafka.
          strimzi: {enabled: true, users: false}                  | strimzi.enabled is true, but strimzi.cluster does not name the Kafka that topics and users belong to.
          strimzi: {enabled: true, users: false, cluster: k, minInSyncReplicas: 4} | strimzi.minInSyncReplicas is 4, more than the kafka.replication of 3: nothing could ever be written.
          strimzi: {enabled: true, users: false, cluster: k, minInSyncReplicas: 3} | strimzi.minInSyncReplicas equals kafka.replication: nothing could be written while one broker restarts.
          strimzi: {enabled: true, cluster: k}                    | strimzi.authentication is scram-sha-512: kafka.securityProtocol must be SASL_SSL or SASL_PLAINTEXT, and kafka.saslMechanism SCRAM-SHA-512.
          strimzi: {enabled: true, cluster: k, authentication: tls} | strimzi.authentication is tls: kafka.securityProtocol must be SSL.
          strimzi: {enabled: true, cluster: k, namespace: kafka}  | strimzi.namespace is kafka: the secrets of its users are not seen from supervision; copy them and name them in <service>.kafka.existingSecret.
          status: {autoscaling: {enabled: true}, keda: {enabled: true}} | status.autoscaling and status.keda would both decide the number of pods: enable one of them.
          catalog: {replicas: 3, autoscaling: {enabled: true}}    | catalog.replicas fixes 3 pods, but autoscaling is to decide their number: remove one of the two.
          notification: {replicas: 3, keda: {enabled: true}}      | notification.replicas fixes 3 pods, but keda is to decide their number: remove one of the two.
          status: {autoscaling: {enabled: true, minReplicas: 7}}  | status.autoscaling.minReplicas is 7, more than maxReplicas, 6.
          status: {keda: {enabled: true, minReplicas: 7}}         | status.keda.minReplicas is 7, more than maxReplicas, 6.
          status: {replicas: 1}                                   | status.pdb.minAvailable is 1 of 1 pods: no node could ever be drained; run more pods, or set status.pdb.enabled=false.
          status: {pdb: {minAvailable: 3}}                        | status.pdb.minAvailable is 3 of 2 pods: no node could ever be drained; run more pods, or set status.pdb.enabled=false.
          status: {autoscaling: {enabled: true}, pdb: {minAvailable: 2}} | status.pdb.minAvailable is 2 of 2 pods: no node could ever be drained; run more pods, or set status.pdb.enabled=false.
          catalog: {database: {ownerSecret: one, appSecret: one}} | catalog.database.ownerSecret and appSecret are one secret: the service would run with the owner's rights.
          catalog: {image: {tag: "1", digest: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}} | catalog.image has a tag and a digest: set one of the two.
          catalog: {extraEnv: [{name: DUBAN_INSTANCE, value: x}]} | catalog.extraEnv sets DUBAN_INSTANCE, which the chart sets from other values.
          catalog: {extraEnv: [{name: KAFKA_BOOTSTRAP_SERVERS, value: x}]} | catalog.extraEnv sets KAFKA_BOOTSTRAP_SERVERS, which the chart sets from other values.
          """)
  void isRefusedInOneSentence(String values, String sentence) {
    assertThat(sentences(GOOD, values)).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          networkPolicy: {ingressNamespaces: []}    | networkPolicy.enabled is true, but neither networkPolicy.ingressNamespaces names the namespace of the Ingress controller nor networkPolicy.ingressCidrs its addresses.
          networkPolicy: {monitoringNamespaces: []} | networkPolicy.enabled is true, but networkPolicy.monitoringNamespaces does not name the namespace of Prometheus.
          networkPolicy: {dns: {namespaces: []}}    | networkPolicy.enabled is true, but networkPolicy.dns says neither in which namespaces nor at which cidrs names are resolved.
          networkPolicy: {database: {namespaces: []}} | networkPolicy.enabled is true, but networkPolicy.database says neither in which namespaces nor at which cidrs PostgreSQL is.
          networkPolicy: {kafka: {namespaces: []}}  | networkPolicy.enabled is true, but networkPolicy.kafka says neither in which namespaces nor at which cidrs Kafka is.
          networkPolicy: {mail: {cidrs: []}}        | networkPolicy.enabled is true, but networkPolicy.mail says neither in which namespaces nor at which cidrs the mail server is.
          networkPolicy: {identity: {cidrs: []}}    | networkPolicy.enabled is true, but networkPolicy.identity says neither in which namespaces nor at which cidrs the OpenID provider is.
          """)
  void aNetworkPolicyThatWouldCutDubanOffIsRefused(String values, String sentence) {
    assertThat(sentences("production-values.yaml", values)).containsExactly(sentence);
  }

  @Test
  void kedaThatCouldNotSignInIsRefused() {
    assertThat(sentences("external-secrets-values.yaml", "notification: {kafka: {username: ''}}"))
        .containsExactly(
            "notification.keda signs in to Kafka by SASL: give the user's name as"
                + " notification.kafka.username.");
  }

  /**
   * Two pods each and one more in an update, each with its pool and the relay's, and ten for
   * people.
   */
  @Test
  void podsThatCouldOpenMoreConnectionsThanTheDatabaseTakesAreRefused() {
    assertThat(
            sentences(
                "strimzi-cnpg-values.yaml",
                "cnpg: {spec: {postgresql: {parameters: {max_connections: '120'}}}}"))
        .containsExactly(
            "The pods may open 127 connections and PostgreSQL takes 120: lower"
                + " <service>.database.poolSize or the numbers of pods, or raise"
                + " cnpg.spec.postgresql.parameters.max_connections.");
    assertThat(
            sentences(
                "strimzi-cnpg-values.yaml",
                "status: {autoscaling: {enabled: true, maxReplicas: 40}}"))
        .hasSize(1);
  }

  @Test
  void aDemonstrationNeedsNoOfficeAndMayMoveTheClock() {
    assertThat(Chart.render("demonstration-values.yaml").objects()).isNotEmpty();
  }

  @Test
  void whatIsAcceptedWithAReasonIsRenderedAndTold() {
    var rendered =
        Chart.render(
            GOOD,
            "{network: open, accept: {plain-text-broker: a mesh, plain-text-database: a mesh}}");
    for (var service : Repository.SERVICES) {
      assertThat(rendered.variables(rendered.container(service)))
          .containsEntry("DUBAN_NETWORK", "open")
          .containsEntry("DUBAN_ACCEPT_PLAIN_TEXT_BROKER", "a mesh")
          .containsEntry("DUBAN_ACCEPT_PLAIN_TEXT_DATABASE", "a mesh");
    }
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(
            sentences(
                GOOD, "{database: {host: ''}, ingress: {enabled: true}, status: {replicas: 1}}"))
        .hasSize(3);
  }

  private static List<String> sentences(String example, String values) {
    return Chart.refusal(example, values).lines().filter(it -> it.endsWith(".")).toList();
  }
}
