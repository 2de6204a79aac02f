package io.copyflow.ledger;

import io.copyflow.avro.OutcomeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Raw records and the kind of their latest outcome, five bytes for each offset: a hundred million
 * records fit into half a gigabyte. A raw topic keeps everything, so offsets are nearly dense.
 */
final class RawTable {

  private static final int NOT_RAW = -1;

  /** Kinds by their codes in the table; 0, what an array begins with, means no outcome. */
  private static final List<OutcomeKind> CODES = List.of(OutcomeKind.values());

  private static final int NO_OUTCOME = CODES.indexOf(OutcomeKind.UNKNOWN);

  private final TreeMap<Integer, Partition> partitions = new TreeMap<>();
  private final List<String> sources = new ArrayList<>();

  private static final class Partition {
    private int[] source = new int[0];
    private byte[] kind = new byte[0];

    /** Grows both arrays as far as the offset and returns it as their index. */
    int reach(long offset) {
      int from = source.length;
      if (offset >= from) {
        int length = Math.toIntExact(Math.max(offset + 1024, from * 3L / 2));
        source = Arrays.copyOf(source, length);
        kind = Arrays.copyOf(kind, length);
        Arrays.fill(source, from, length, NOT_RAW);
      }
      return (int) offset;
    }
  }

  void raw(Position at, String source) {
    Partition partition = partition(at);
    int index = partition.reach(at.offset());
    partition.source[index] = number(source);
  }

  /** A later outcome for a position replaces the earlier one. */
  void outcome(Position at, OutcomeKind kind) {
    Partition partition = partition(at);
    int index = partition.reach(at.offset());
    partition.kind[index] = (byte) CODES.indexOf(kind);
  }

  Balance balance() {
    var balance = new Balance();
    for (Partition partition : partitions.values()) {
      for (int i = 0; i < partition.source.length; i++) {
        boolean judged = partition.kind[i] != NO_OUTCOME;
        if (partition.source[i] == NOT_RAW) {
          balance.unexplained(judged);
        } else if (judged) {
          balance.judged(sources.get(partition.source[i]), CODES.get(partition.kind[i]));
        } else {
          balance.pending(sources.get(partition.source[i]));
        }
      }
    }
    return balance;
  }

  private Partition partition(Position at) {
    return partitions.computeIfAbsent(at.partition(), number -> new Partition());
  }

  private int number(String source) {
    int known = sources.indexOf(source);
    if (known < 0) {
      sources.add(source);
      return sources.size() - 1;
    }
    return known;
  }
}
