package io.copyflow.identity;

import java.util.HashSet;
import java.util.Set;

/** How much two texts share. Pure functions, thread-safe. */
public final class Similarity {

  private static final int GRAM = 5;

  private Similarity() {}

  /**
   * Jaccard likeness of two texts: distinct character 5-grams of the normalised texts that both
   * have, over those that either has. From 0 to 1; two texts without a 5-gram are alike if equal.
   */
  public static double of(String one, String other) {
    String a = Normalisation.normalise(one);
    String b = Normalisation.normalise(other);
    Set<String> left = grams(a);
    Set<String> right = grams(b);
    if (left.isEmpty() && right.isEmpty()) {
      return a.equals(b) ? 1 : 0;
    }
    int shared = 0;
    for (String gram : left) {
      shared += right.contains(gram) ? 1 : 0;
    }
    return (double) shared / (left.size() + right.size() - shared);
  }

  private static Set<String> grams(String text) {
    int[] points = text.codePoints().toArray();
    var grams = new HashSet<String>();
    for (int i = 0; i + GRAM <= points.length; i++) {
      grams.add(new String(points, i, GRAM));
    }
    return grams;
  }
}
