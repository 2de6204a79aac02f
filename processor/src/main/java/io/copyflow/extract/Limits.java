package io.copyflow.extract;

/**
 * What one file may cost. All limits count something in the file, none is a time: a replay must
 * judge as the first run did.
 *
 * @param maxBytes largest file, in bytes
 * @param maxTags most tags in a body; bounds the nodes that parsing makes
 * @param maxTagNameBytes longest tag name, in characters; the parser is quadratic in it
 * @param maxItems most links, images, media and dates that are kept of each kind
 */
public record Limits(int maxBytes, int maxTags, int maxTagNameBytes, int maxItems) {

  /** Every limit is at least 1. */
  public Limits {
    atLeastOne("maxBytes", maxBytes);
    atLeastOne("maxTags", maxTags);
    atLeastOne("maxTagNameBytes", maxTagNameBytes);
    atLeastOne("maxItems", maxItems);
  }

  /** 8 MiB, 100,000 tags, tag names of 1 KiB, 1,000 items: 25 times the largest real article. */
  public static Limits standard() {
    return new Limits(8 << 20, 100_000, 1 << 10, 1_000);
  }

  /** All of them, in the order of this record, for a version of rules. */
  String label() {
    return maxBytes + "-" + maxTags + "-" + maxTagNameBytes + "-" + maxItems;
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
  }
}
