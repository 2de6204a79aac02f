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
  private static final Comparator<Run> TELLING =
      Comparator.<Run>comparingInt(run -> shortest(run.words()))
          .thenComparing(run -> -run.words().size());

  private final List<Run> needed = new ArrayList<>();
  private Set<String> run = Set.of("");

  /** Most characters before the run, and before what follows it. */
  private int before;

  private int behind;
  private boolean broken;

  /**
   * Words of which every match holds one.
   *
   * @param before most {@code char}s of the match before the word
   */
  record Run(Set<String> words, int before) {}

  RegexRuns(List<RegexPart> parts) {
    parts.forEach(this::add);
    end();
  }

  /** Sets of words, of each of which every match holds one; the most telling first. */
  List<Run> needed() {
    return needed.stream().sorted(TELLING.reversed()).toList();
  }

  /** The most telling of these; null when there is none. */
  @Nullable Set<String> best() {
    return needed.isEmpty() ? null : needed().get(0).words();
  }

  /** All texts of the whole sequence; null when they are too many. */
  @Nullable Set<String> whole() {
    return broken ? null : run;
  }

  private void add(RegexPart part) {
    @Nullable Set<String> exact = part.exact();
    @Nullable Set<String> longer = exact == null ? null : RegexPart.product(run, exact);
    if (longer == null) {
      end();
      broken = true;
      begin(part);
    } else {
      run = longer;
    }
    behind = Math.min(RegexPart.ENDLESS, behind + part.longest());
  }

  /** What is exact begins another run; of anything else is known what it holds at most. */
  private void begin(RegexPart part) {
    @Nullable Set<String> exact = part.exact();
    @Nullable Set<String> inside = part.needed();
    if (exact == null && inside != null) {
      needed.add(new Run(inside, Math.min(RegexPart.ENDLESS, behind + part.longest())));
    }
    before = exact == null ? Math.min(RegexPart.ENDLESS, behind + part.longest()) : behind;
    run = exact == null ? Set.of("") : exact;
  }

  private void end() {
    if (!run.contains("")) {
      needed.add(new Run(run, before));
    }
  }

  private static int shortest(Set<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }
}
