package duban.images;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A realm that contradicts itself keeps the provider from starting. */
class RealmTest {
  private static final String TEXT = Checkout.text("deploy/images/realm.json");
  private static final Map<String, Object> REALM =
      new Yaml(new SafeConstructor(new LoaderOptions())).load(TEXT);

  @Test
  void everyRoleHasAnAccountThatSaysOverWhichUnitAndWhereItsHolderWorks() {
    assertThat(list("users"))
        .filteredOn(it -> !it.containsKey("serviceAccountClientId"))
        .extracting(it -> it.get("username"))
        .containsExactly(
            "administrator", "supervisor", "reviewer", "signer", "leader", "reporter", "reader");
    assertThat(list("users"))
        .allSatisfy(
            it -> {
              Map<?, ?> attributes = (Map<?, ?>) requireNonNull(it.get("attributes"));
              assertThat(attributes.get("units").toString()).matches("\\[[A-Z0-9-]+]");
              assertThat(attributes.get("grants").toString())
                  .matches("\\[" + granted("" + it.get("username")) + "]");
            });
  }

  private static String granted(String account) {
    String over = ":[A-Z0-9-]+";
    return switch (account) {
      case "service-account-duban-import" -> "supervisor" + over;
      case "service-account-duban-operations" -> "administrator" + over + ", leader" + over;
      default -> account + over;
    };
  }

  @Test
  void everyUnitOfAnAccountIsInTheShippedCatalogue() {
    String catalogue = Checkout.text("catalog-service/src/main/resources/catalogue/chaoyang.json");
    for (Map<String, Object> user : list("users")) {
      Matcher code = Pattern.compile("[A-Z][A-Z0-9-]+").matcher("" + user.get("attributes"));
      while (code.find()) {
        assertThat(catalogue).contains("\"" + code.group() + "\"");
      }
    }
  }

  @Test
  void everyClientsTokensAreForUsAndSayGrantsAndUnits() {
    assertThat(list("clients"))
        .allSatisfy(
            it -> {
              String mappers = "" + it.get("protocolMappers");
              assertThat(mappers)
                  .contains("included.custom.audience=duban")
                  .contains("user.attribute=grants, claim.name=grants")
                  .contains("user.attribute=units, claim.name=units");
            });
  }

  @Test
  void nobodyGivesHimselfARole() {
    assertThat(TEXT)
        .contains(attribute("grants"))
        .contains(attribute("units"))
        .doesNotContain("unmanagedAttributePolicy");
  }

  private static String attribute(String name) {
    return "{\"name\":\"%s\",\"permissions\":{\"view\":[\"admin\",\"user\"],\"edit\":[\"admin\"]},\"multivalued\":true}"
        .formatted(name)
        .replace("\"", "\\\"");
  }

  @Test
  void everyVariableIsGivenToTheProvider() {
    assertThat(Compose.container("openid").environment().keySet())
        .containsAll(
            Pattern.compile("\\$\\{(\\w+)}")
                .matcher(TEXT)
                .results()
                .map(it -> it.group(1))
                .toList());
  }

  @Test
  void aConsoleHasNoSecretAndProvesThatItAskedForTheCode() {
    assertThat(client("duban-console"))
        .containsEntry("publicClient", true)
        .doesNotContainKey("secret");
    assertThat(client("duban-console").get("attributes"))
        .hasToString("{pkce.code.challenge.method=S256}");
  }

  @Test
  void aProgramSignsInWithASecretAndNobodySignsInThroughIt() {
    var secrets =
        Map.of(
            "duban-import", "${OPENID_CLIENT_SECRET}",
            "duban-operations", "${OPENID_OPERATIONS_SECRET}");
    secrets.forEach(
        (program, secret) ->
            assertThat(client(program))
                .containsEntry("publicClient", false)
                .containsEntry("serviceAccountsEnabled", true)
                .containsEntry("standardFlowEnabled", false)
                .containsEntry("directAccessGrantsEnabled", false)
                .containsEntry("secret", secret));
  }

  private static Map<String, Object> client(String id) {
    return list("clients").stream()
        .filter(it -> id.equals(it.get("clientId")))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(String name) {
    return (List<Map<String, Object>>) requireNonNull(REALM.get(name));
  }
}
