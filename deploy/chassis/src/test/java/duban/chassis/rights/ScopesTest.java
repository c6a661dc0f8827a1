package duban.chassis.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopesTest {

  private final District district = new District();
  private final Scopes scopes = new Scopes(district);

  @Test
  void aScopeIsAUnitAndAllBelowIt() {
    assertThat(scopes.within("QZF", "QZF")).isTrue();
    assertThat(scopes.within("QZF-BM-03", "QZF")).isTrue();
    assertThat(scopes.within("QZF-BM-03", "CY")).isTrue();
    assertThat(scopes.within("QZF", "QZF-BM-03")).isFalse();
    assertThat(scopes.within("RDB", "QZF")).isFalse();
    assertThat(scopes.below("QZF")).containsExactlyInAnyOrder("QZF", "QZF-BM-03");
  }

  @Test
  void whatHasNoSuperiorLiesUnderTheOnlyAreaAtTheTop() {
    assertThat(scopes.whole("CY")).isTrue();
    assertThat(scopes.within("STRAY", "CY")).isTrue();
    assertThat(scopes.within("UNKNOWN", "CY")).isTrue();
    assertThat(scopes.within("UNKNOWN", "QZF")).isFalse();
    assertThat(scopes.whole("STRAY")).isFalse();
    assertThat(scopes.whole("UNKNOWN")).isFalse();
  }

  @Test
  void ofTwoDistrictsNeitherIsTheWhole() {
    district.area("HD", "");
    district.unit("HD-01", "HD");
    assertThat(scopes.whole("CY")).isFalse();
    assertThat(scopes.within("STRAY", "CY")).isFalse();
    assertThat(scopes.within("HD-01", "CY")).isFalse();
    district.area("BJ", "");
    district.area("CY", "BJ");
    district.area("HD", "BJ");
    scopes.forget();
    assertThat(scopes.whole("BJ")).isTrue();
    assertThat(scopes.within("HD-01", "BJ")).isTrue();
    assertThat(scopes.within("STRAY", "BJ")).isTrue();
    assertThat(scopes.within("HD-01", "CY")).isFalse();
  }

  @Test
  void aCircleOfUnitsEnds() {
    district.unit("A", "B");
    district.unit("B", "A");
    assertThat(scopes.within("A", "QZF")).isFalse();
  }

  /** Copies that were thrown away, or come one after the other, let nobody into more. */
  @Test
  void whileTheAreaAtTheTopIsNotKnownNobodyHasTheWhole() {
    district.leave("CY");
    assertThat(scopes.known()).isFalse();
    assertThat(scopes.whole("CY")).isFalse();
    assertThat(scopes.whole("QZF")).isFalse();
    assertThat(scopes.within("QZF-BM-03", "QZF")).isTrue();
    assertThat(scopes.within("STRAY", "QZF")).isFalse();
  }

  @Test
  void whereUnitsAreMadeTheFirstAreaNeedsNone() {
    district.complete(true);
    district.leave("CY");
    assertThat(scopes.whole("CY")).isTrue();
    assertThat(scopes.whole("QZF-BM-03")).isFalse();
  }
}
