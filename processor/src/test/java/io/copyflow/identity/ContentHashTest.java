package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContentHashTest {

  private static final String LONG =
      "The harbour ferry returned to service on Monday after eleven weeks in the yard.";

  @Test
  void knownText_hasKnownHash() {
    // printf theharbourferryreturnedtoserviceonmondayafterelevenweeksintheyard | sha256sum
    assertThat(ContentHash.ofText(LONG, null, null).value())
        .isEqualTo("v1:e505aa82db9c67c8036fc155cc2440767694c7b4ef0dbfb19ca4852658f8a9a6");
  }

  @Test
  void knownShortText_hasKnownHash() {
    // printf 'watchthevideo\none\none.example' | sha256sum
    assertThat(ContentHash.ofText("Watch the video.", "One", "one.example").value())
        .isEqualTo("v1:988bf12900246999f863dc71d02678deb55be9c4e84effa32138accf47961df9");
  }

  @Test
  void longText_ignoresTitleAndHost() {
    assertThat(ContentHash.ofText(LONG, "One", "one.example"))
        .isEqualTo(ContentHash.ofText(LONG, "Two", "two.example"));
  }

  @Test
  void shortText_isHashedWithTitleAndHost() {
    var hash = ContentHash.ofText("Watch the video.", "One", "one.example");

    assertThat(ContentHash.ofText("Watch the video.", "Two", "one.example")).isNotEqualTo(hash);
    assertThat(ContentHash.ofText("Watch the video.", "One", "two.example")).isNotEqualTo(hash);
    assertThat(ContentHash.ofText("Watch the video!", "ONE", "one.example")).isEqualTo(hash);
  }

  @Test
  void partsOfAShortText_doNotRunTogether() {
    assertThat(ContentHash.ofText("ab", "c", null))
        .isNotEqualTo(ContentHash.ofText("a", "bc", null));
  }

  @Test
  void oneChangedDigit_isAnotherContent() {
    assertThat(ContentHash.ofText(LONG + " 7.06", null, null))
        .isNotEqualTo(ContentHash.ofText(LONG + " 7.07", null, null));
  }

  @Test
  void digest_roundTrips() {
    var hash = ContentHash.ofTitle("渡轮");

    assertThat(ContentHash.ofDigest(hash.digest())).isEqualTo(hash);
    assertThat(hash.digest()).hasSize(32);
  }

  @Test
  void foreignHash_isRefused() {
    assertThatThrownBy(() -> new ContentHash("v2:00")).isInstanceOf(IllegalArgumentException.class);
  }
}
