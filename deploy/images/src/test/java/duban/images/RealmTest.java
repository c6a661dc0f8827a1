package duban.images;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
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
  void everyUserIsInAGroupThatThereIs() {
    List<String> groups = list("groups").stream().map(it -> "/" + it.get("name")).toList();
    assertThat(list("users"))
        .hasSize(2)
        .allSatisfy(
            it ->
                assertThat(it.get("groups"))
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .hasSize(1)
                    .isSubsetOf(groups));
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
    assertThat(list("clients"))
        .hasSize(1)
        .allSatisfy(
            it -> {
              assertThat(it).containsEntry("publicClient", true).doesNotContainKey("secret");
              assertThat(it.get("attributes")).hasToString("{pkce.code.challenge.method=S256}");
            });
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(String name) {
    return (List<Map<String, Object>>) requireNonNull(REALM.get(name));
  }
}
