package io.copyflow.extract.publisher;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the texts that a part of a regular expression matches. Lengths count {@code
 * char}s. Immutable.
 *
 * @param shortest least length
 * @param longest greatest length, {@link #ENDLESS} when there is no bound
 * @param exact all texts that it matches; null when they are too many to tell
 * @param needed every match holds one of these; null when nothing is known
 */
record RegexPart(
    int shortest, int longest, @Nullable Set<String> exact, @Nullable Set<String> needed) {

  static final int ENDLESS = 1_000_000;

  /** An anchor or a look around, or nothing at all. */
  static final RegexPart NOTHING = exactly(Set.of(""));

  /** One character of any kind; those outside of the first plane take two {@code char}s. */
  static final RegexPart CHARACTER = new RegexPart(1, 2, null, null);

  /** More alternatives than this tell little, and multiply. */
  private static final int MOST_EXACT = 32;

  private static final int MOST_NEEDED = 160;

  static RegexPart exactly(Set<String> texts) {
    int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    return new RegexPart(shortest, longest, texts, null);
  }

  /** The words of which every match holds one; null when nothing is known. */
  @Nullable Set<String> words() {
    return exact == null ? needed : exact.contains("") ? null : exact;
  }

  RegexPart times(int least, int most) {
    if (least == 1 && most == 1) {
      return this;
    }
    if (least == 0 && most == 1 && exact != null) {
      var texts = new TreeSet<>(exact);
      texts.add("");
      return exactly(texts);
    }
    long length = (long) longest * most;
    return new RegexPart(
        shortest * least, (int) Math.min(ENDLESS, length), null, least == 0 ? null : words());
  }

  /** Parts one after the other as one. */
  static RegexPart sequence(List<RegexPart> parts) {
    var runs = new RegexRuns(parts);
    int shortest = parts.stream().mapToInt(RegexPart::shortest).sum();
    int longest = parts.stream().mapToInt(RegexPart::longest).reduce(0, RegexPart::sum);
    return new RegexPart(shortest, longest, runs.whole(), runs.best());
  }

  /** Any one of some parts. */
  static RegexPart oneOf(List<RegexPart> branches) {
    int shortest = branches.stream().mapToInt(RegexPart::shortest).min().orElse(0);
    int longest = branches.stream().mapToInt(RegexPart::longest).max().orElse(0);
    Set<String> exact = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    for (RegexPart branch : branches) {
      exact = union(exact, branch.exact, MOST_EXACT);
      needed = union(needed, branch.words(), MOST_NEEDED);
    }
    return new RegexPart(shortest, longest, exact, needed);
  }

  /** Every text of one part before every text of another; null when they are too many. */
  static @Nullable Set<String> product(Set<String> one, Set<String> other) {
    if (one.size() * other.size() > MOST_EXACT) {
      return null;
    }
    var texts = new TreeSet<String>();
    one.forEach(start -> other.forEach(end -> texts.add(start + end)));
    return texts;
  }

  private static @Nullable Set<String> union(
      @Nullable Set<String> one, @Nullable Set<String> other, int most) {
    if (one == null || other == null || one.size() + other.size() > most) {
      return null;
    }
    var both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static int sum(int one, int other) {
    return Math.min(ENDLESS, one + other);
  }
}
