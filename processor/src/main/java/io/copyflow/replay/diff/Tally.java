package io.copyflow.replay.diff;

import io.copyflow.ledger.sort.ExternalSort;
import io.copyflow.replay.diff.DiffReport.ArticleChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts what differs. Takes memory for each publisher and field, not for each record. */
final class Tally {

  private static final int SAMPLES = 3;

  private static final Comparator<Change> WORST_FIRST =
      Comparator.comparingLong(Change::weight).reversed().thenComparing(Change::document);

  private final ExternalSort reading;
  private final ExternalSort verdict;
  private final int mostWorst;
  private final SortedMap<String, Long> liveRules = new TreeMap<>();
  private final SortedMap<String, FieldCount> fields = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, FieldCount>> byPublisher = new TreeMap<>();
  private final SortedMap<Flip.Key, Flip> flips = new TreeMap<>();
  private final PriorityQueue<Change> worst = new PriorityQueue<>(WORST_FIRST.reversed());
  private long compared;
  private long pending;
  private long otherReading;
  private long otherVerdict;
  private long changed;
  private long appeared;
  private long vanished;

  /**
   * Nothing counted yet.
   *
   * @param reading takes what has to be read again
   * @param verdict takes what differs because others do
   * @param mostWorst how many of the articles that change most are kept
   */
  Tally(ExternalSort reading, ExternalSort verdict, int mostWorst) {
    this.reading = reading;
    this.verdict = verdict;
    this.mostWorst = mostWorst;
  }

  void pending() {
    pending++;
  }

  void compared(Judged live, Judged generation) {
    compared++;
    liveRules.merge(live.rules(), 1L, Long::sum);
    var key = Flip.Key.of(live, generation);
    if (key.isFlip()) {
      Flip flip = flips.computeIfAbsent(key, Flip::new);
      flip.add(generation.document(), SAMPLES);
    }
  }

  void differs(boolean hasOtherReading, Request request) {
    if (hasOtherReading) {
      otherReading++;
      reading.add(request.toBytes());
    } else {
      otherVerdict++;
      verdict.add(request.toBytes());
    }
  }

  void changed(Change change) {
    changed++;
    var ofPublisher = byPublisher.computeIfAbsent(change.publisher(), name -> new TreeMap<>());
    change
        .fields()
        .forEach((name, effect) -> {
          fields.merge(name, FieldCount.of(effect), FieldCount::plus);
          ofPublisher.merge(name, FieldCount.of(effect), FieldCount::plus);
        });
    worst.add(change);
    if (worst.size() > mostWorst) {
      worst.poll();
    }
  }

  void appeared() {
    appeared++;
  }

  void vanished() {
    vanished++;
  }

  DiffReport report(String rules, Function<Change, ArticleChange> contents) {
    List<Change> mostChanged = new ArrayList<>(worst);
    mostChanged.sort(WORST_FIRST);
    return new DiffReport(
        rules,
        liveRules,
        compared,
        pending,
        otherReading,
        otherVerdict,
        changed,
        appeared,
        vanished,
        fields,
        byPublisher,
        List.copyOf(flips.values()),
        mostChanged.stream().map(contents).toList());
  }
}
