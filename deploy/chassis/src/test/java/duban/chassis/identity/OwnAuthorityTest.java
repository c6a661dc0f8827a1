package duban.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import duban.chassis.backbone.Backbone;
import duban.chassis.tokens.Keys;
import duban.chassis.tokens.Provider;
import duban.chassis.tokens.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A provider whose certificate comes from an authority of its own, as inside a closed network. */
@QuarkusTest
@QuarkusTestResource(Backbone.class)
@TestProfile(OwnAuthorityTest.Certified.class)
class OwnAuthorityTest {

  private static final String PORT = "duban.test.provider-port";
  private static final String KEYS = "duban.test.provider-keys";
  private static final String PASSWORD = "changeit";

  public static class Certified implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var issuer = Provider.issuer(socket.getLocalPort()).replace("http:", "https:");
        var folder = Files.createTempDirectory("duban-authority");
        var keys = folder.resolve("keys.p12");
        keytool(
            keys, "-genkeypair -alias us -keyalg RSA -dname CN=localhost -ext san=dns:localhost");
        keytool(keys, "-exportcert -alias us -rfc -file " + folder.resolve("ca.crt"));
        return Map.of(
            PORT,
            Integer.toString(socket.getLocalPort()),
            KEYS,
            keys.toString(),
            "quarkus.oidc.auth-server-url",
            issuer,
            "quarkus.oidc.token.issuer",
            issuer,
            "quarkus.tls.identity.trust-store.pem.certs",
            folder.resolve("ca.crt").toString(),
            "duban.identity.keys-refresh",
            "1s");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void keytool(Path keys, String arguments) throws IOException {
      var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
      var command =
          tool
              + " "
              + arguments
              + " -keystore "
              + keys
              + " -storetype PKCS12 -storepass "
              + PASSWORD;
      var process = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes());
      try {
        if (process.waitFor() != 0) {
          throw new IOException(said);
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private static SSLContext certified(Path keys) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var file = Files.newInputStream(keys)) {
      store.load(file, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  @SuppressWarnings("try") // it only has to be there
  void isBelievedByTheCertificateThatWasGiven() throws Exception {
    var config = ConfigProvider.getConfig();
    var port = config.getValue(PORT, Integer.class);
    var claims = Tokens.claims(List.of("reader:CY"), List.of());
    claims.setIssuer(Provider.issuer(port).replace("http:", "https:"));
    var token = Tokens.sign(claims, Keys.present());
    try (var provider =
        Provider.at(port, certified(Path.of(config.getValue(KEYS, String.class))))) {
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () ->
                  given().header("Authorization", "Bearer " + token).get("/caller").statusCode()
                      == 200);
    }
  }
}
