package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private static final String LONG =
      "The harbour ferry returned to service on Monday after eleven weeks in the yard.";

  @Test
  void knownText_hasKnownHash() {
    // printf theharbourferryreturnedtoserviceonmondayafterelevenweeksintheyard | sha256sum
    assertThat(ofText(LONG, null, null).value())
        .isEqualTo("v1:e505aa82db9c67c8036fc155cc2440767694c7b4ef0dbfb19ca4852658f8a9a6");
  }

  @Test
  void knownShortText_hasKnownHash() {
    // printf 'watchthevideo\none\none.example' | sha256sum
    assertThat(ofText("Watch the video.", "One", "one.example").value())
        .isEqualTo("v1:988bf12900246999f863dc71d02678deb55be9c4e84effa32138accf47961df9");
  }

  @Test
  void longText_ignoresTitleAndHost() {
    assertThat(ofText(LONG, "One", "one.example")).isEqualTo(ofText(LONG, "Two", "two.example"));
  }

  @Test
  void shortText_isHashedWithTitleAndHost() {
    var hash = ofText("Watch the video.", "One", "one.example");

    assertThat(ofText("Watch the video.", "Two", "one.example")).isNotEqualTo(hash);
    assertThat(ofText("Watch the video.", "One", "two.example")).isNotEqualTo(hash);
    assertThat(ofText("Watch the video!", "ONE", "one.example")).isEqualTo(hash);
  }

  @Test
  void partsOfAShortText_doNotRunTogether() {
    assertThat(ofText("ab", "c", null)).isNotEqualTo(ofText("a", "bc", null));
  }

  @Test
  void oneChangedDigit_isAnotherContent() {
    assertThat(ofText(LONG + " 7.06", null, null)).isNotEqualTo(ofText(LONG + " 7.07", null, null));
  }

  @Test
  void digest_roundTrips() {
    var hash = Hashes.ofTitle("渡轮").asWritten();

    assertThat(ContentHash.ofDigest(hash.digest())).isEqualTo(hash);
    assertThat(hash.digest()).hasSize(32);
  }

  @Test
  void foreignHash_isRefused() {
    assertThatThrownBy(() -> new ContentHash("v2:00")).isInstanceOf(IllegalArgumentException.class);
  }

  private static ContentHash ofText(String text, @Nullable String title, @Nullable String host) {
    return Hashes.ofText(text, title, host).asWritten();
  }
}
