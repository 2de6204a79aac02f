package io.copyflow.ledger.sort;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several sorted sequences as one. */
final class Merge implements Iterator<byte[]> {

  private final PriorityQueue<Head> heads = new PriorityQueue<>();

  private record Head(byte[] record, Iterator<byte[]> rest) implements Comparable<Head> {
    @Override
    public int compareTo(Head other) {
      return Arrays.compareUnsigned(record, other.record);
    }
  }

  Merge(List<Iterator<byte[]>> sorted) {
    sorted.forEach(this::advance);
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public byte[] next() {
    Head least = heads.poll();
    if (least == null) {
      throw new NoSuchElementException();
    }
    advance(least.rest);
    return least.record;
  }

  private void advance(Iterator<byte[]> rest) {
    if (rest.hasNext()) {
      heads.add(new Head(rest.next(), rest));
    }
  }
}
