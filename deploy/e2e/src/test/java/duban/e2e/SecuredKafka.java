package duban.e2e;

import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.KafkaServer;
import duban.local.preflight.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * A broker as an office runs it: TLS, SCRAM, and an authorizer that refuses what is not allowed.
 * Its administrator has a listener of his own, from this machine only.
 */
final class SecuredKafka implements AutoCloseable {

  private static final String STORE_PASSWORD = "of-this-test";
  private static final String MECHANISM = "SCRAM-SHA-512";
  private static final String MODULE = ScramLoginModule.class.getName();

  private final int administrators = Port.anyFree();
  private final int services = Port.anyFree();
  private final Path folder;
  private final String certificate;
  private final Process broker;
  private final Admin admin;

  SecuredKafka(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder);
    certificate = makeCertificate();
    var settings = KafkaServer.prepare(folder.resolve("data"), administrators, Port.anyFree());
    secure(settings);
    broker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaServer.class.getName(),
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    var log = folder.resolve("broker.log");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !broker.isAlive() || (listens(administrators) && listens(services)));
    if (!broker.isAlive()) {
      throw new IllegalStateException("The broker ended: " + Files.readString(log));
    }
    admin = Admin.create(Map.of("bootstrap.servers", administrators()));
  }

  private String makeCertificate() throws IOException, InterruptedException {
    keytool("-genkeypair", "-keyalg", "RSA", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
    keytool("-exportcert", "-rfc", "-file", folder.resolve("ca.crt").toString());
    return Files.readString(folder.resolve("ca.crt"));
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(Arrays.asList(arguments));
    command.addAll(
        List.of("-alias", "broker", "-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
    command.addAll(List.of("-keystore", folder.resolve("broker.p12").toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private void secure(Path file) throws IOException {
    var settings = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      settings.load(in);
    }
    var open = "SASL_SSL://127.0.0.1:" + services;
    settings.merge("listeners", open, SecuredKafka::and);
    settings.merge("advertised.listeners", open, SecuredKafka::and);
    settings.merge("listener.security.protocol.map", "SASL_SSL:SASL_SSL", SecuredKafka::and);
    settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
    settings.setProperty("sasl.enabled.mechanisms", MECHANISM);
    settings.setProperty(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", MODULE + " required;");
    settings.setProperty("ssl.keystore.type", "PKCS12");
    settings.setProperty("ssl.keystore.location", folder.resolve("broker.p12").toString());
    settings.setProperty("ssl.keystore.password", STORE_PASSWORD);
    settings.setProperty(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.setProperty("allow.everyone.if.no.acl.found", "false");
    settings.setProperty("super.users", "User:ANONYMOUS");
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Object and(Object one, Object more) {
    return one + "," + more;
  }

  /** As its administrator: everything is allowed. */
  Admin admin() {
    return admin;
  }

  String administrators() {
    return "127.0.0.1:" + administrators;
  }

  /** Makes a user, or gives it a new password, and answers what it signs in with. */
  Map<String, String> user(String name) throws Exception {
    var password = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(18));
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    name,
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                    password.getBytes(StandardCharsets.UTF_8))))
        .all()
        .get(30, TimeUnit.SECONDS);
    return signIn(name, password);
  }

  /** The settings of a client, as the chart gives them to a service. */
  Map<String, String> signIn(String name, String password) {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + services,
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        MECHANISM,
        "sasl.jaas.config",
        MODULE + " required username=\"%s\" password=\"%s\";".formatted(name, password),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.certificates",
        certificate);
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
    broker.destroyForcibly().onExit().join();
  }
}
