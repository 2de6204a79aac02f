package io.copyflow.extract.publisher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a sequence put together as far as they are exact: {@code [/_]logos?\d} holds one of
 * {@code /logo}, {@code /logos}, {@code _logo} and {@code _logos}.
 */
final class RegexRuns {

  /** Long words are rare, and few of them quickly looked for. */
  private static final Comparator<Set<String>> TELLING =
      Comparator.<Set<String>>comparingInt(RegexRuns::shortest)
          .thenComparing(words -> -words.size());

  private final List<Set<String>> needed = new ArrayList<>();
  private Set<String> run = Set.of("");
  private boolean broken;

  RegexRuns(List<RegexPart> parts) {
    parts.forEach(this::add);
    end();
  }

  /** Sets of words, of each of which every match holds one; the most telling first. */
  List<Set<String>> needed() {
    return needed.stream().sorted(TELLING.reversed()).toList();
  }

  /** The most telling of these; null when there is none. */
  @Nullable Set<String> best() {
    return needed.stream().max(TELLING).orElse(null);
  }

  /** All texts of the whole sequence; null when they are too many. */
  @Nullable Set<String> whole() {
    return broken ? null : run;
  }

  private void add(RegexPart part) {
    @Nullable Set<String> exact = part.exact();
    @Nullable Set<String> longer = exact == null ? null : RegexPart.product(run, exact);
    if (longer != null) {
      run = longer;
      return;
    }
    end();
    broken = true;
    @Nullable Set<String> inside = exact == null ? part.needed() : null;
    if (inside != null) {
      needed.add(inside);
    }
    run = exact == null ? Set.of("") : exact;
  }

  private void end() {
    if (!run.contains("")) {
      needed.add(run);
    }
  }

  private static int shortest(Set<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }
}
