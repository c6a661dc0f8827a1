package duban.chassis.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  private static HttpProblem refusal(@Nullable String ifMatch) {
    return catchThrowableOfType(
        HttpProblem.class, () -> Version.require(ifMatch, 3, "unit XRD-01"));
  }

  @Test
  void anEditFromThePresentVersionPasses() {
    assertThat(Version.etag(3)).isEqualTo("\"3\"");
    assertThatCode(() -> Version.require("\"3\"", 3, "unit XRD-01")).doesNotThrowAnyException();
  }

  @Test
  void anEditMustSayFromWhichVersionItStarts() {
    var problem = refusal(null);
    assertThat(problem.getStatusCode()).isEqualTo(428);
    assertThat(problem.getType()).hasToString("urn:duban:problem:version-required");
    assertThat(problem.getDetail()).contains("If-Match", "unit XRD-01", "\"3\"");
    assertThat(problem.getHeaders()).containsEntry("ETag", "\"3\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "W/\"3\"", "\"2\", \"3\"", "*", "\"three\"", "\"-3\"", "\"\uff19\""})
  void whatIsNotOneETagOfOursIsRefused(String ifMatch) {
    var problem = refusal(ifMatch);
    assertThat(problem.getStatusCode()).isEqualTo(400);
    assertThat(problem.getType()).hasToString("urn:duban:problem:invalid-version");
    assertThat(problem.getDetail()).contains("If-Match", ifMatch, "unit XRD-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "\"4\"", "\"999999999999999999\""})
  void anEditFromAnotherVersionSaysBoth(String ifMatch) {
    var problem = refusal(ifMatch);
    assertThat(problem.getStatusCode()).isEqualTo(412);
    assertThat(problem.getType()).hasToString("urn:duban:problem:version-conflict");
    assertThat(problem.getDetail()).contains(ifMatch, "\"3\"");
    assertThat(problem.getParameters()).containsEntry("version", 3L);
  }
}
