package io.copyflow.console;

import java.time.Duration;
import java.util.Locale;

/** Figures in sentences. */
final class Words {

  private Words() {}

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** In the largest unit that leaves more than one of it: 45 s, 3 min, 5 h, 12 d. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7_200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3_600 + " h" : number(seconds / 86_400) + " d";
  }
}
