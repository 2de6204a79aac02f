package io.copyflow.replay.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw records whose outcomes would become others, of one kind into another. Not thread-safe. */
public final class Flip {

  private final Key key;
  private final List<String> samples = new ArrayList<>();
  private long records;

  Flip(Key key) {
    this.key = key;
  }

  /** From which kind and reason to which; {@code KIND} or {@code KIND REASON}. */
  record Key(String from, String to) implements Comparable<Key> {

    static Key of(Judged live, Judged generation) {
      return new Key(said(live), said(generation));
    }

    private static String said(Judged judged) {
      @Nullable String reason = judged.reason();
      return reason == null ? judged.kind().name() : judged.kind() + " " + reason;
    }

    boolean isFlip() {
      return !from.equals(to);
    }

    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::from).thenComparing(Key::to).compare(this, other);
    }
  }

  void add(String document, int mostSamples) {
    records++;
    if (samples.size() < mostSamples) {
      samples.add(document);
    }
  }

  /** The live outcome: its kind, and behind a space its reason where it has one. */
  public String from() {
    return key.from;
  }

  /** The outcome under the generation's rules, likewise. */
  public String to() {
    return key.to;
  }

  /** How many. */
  public long records() {
    return records;
  }

  /** The first of their files, in the order of positions in the raw topic. */
  public List<String> samples() {
    return List.copyOf(samples);
  }
}
