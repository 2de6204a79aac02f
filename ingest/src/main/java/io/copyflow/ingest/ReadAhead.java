package io.copyflow.ingest;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one thread reads, taken by another in the same order, so that reading goes on while records
 * are packed and committed. Holds so many bytes at most: a reader that is further ahead waits.
 *
 * @param <T> what is handed over
 */
final class ReadAhead<T> implements AutoCloseable {

  /** About what an item takes beside its content; bounds their number too. */
  private static final int ITEM_BYTES = 1 << 10;

  private final int most;
  private final Semaphore room;
  private final LinkedBlockingQueue<Held<T>> held = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Throwable failure;

  /** The last one has no item. */
  private record Held<T>(@Nullable T item, int bytes) {}

  /** Ends the reader when nobody takes any more. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("nobody takes what is read", null, false, false);
    }
  }

  /**
   * Starts to read.
   *
   * @param most bytes that are held; one item that is larger is held alone
   * @param reader hands over each item by {@link #put}; runs on a thread of its own
   */
  ReadAhead(int most, Consumer<ReadAhead<T>> reader) {
    this.most = most;
    this.room = new Semaphore(most);
    this.thread = new Thread(() -> run(reader), "ingest-read");
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands over an item with so many bytes of content; the reader's thread only. */
  void put(T item, int bytes) {
    try {
      int weight = (int) Math.min(most, (long) bytes + ITEM_BYTES);
      room.acquire(weight);
      held.add(new Held<>(item, weight));
    } catch (InterruptedException e) {
      throw new Abandoned();
    }
    if (closed) {
      throw new Abandoned();
    }
  }

  /**
   * Takes all items, until the reader has ended.
   *
   * @param taker gets each
   * @param pause longest wait for the next one
   * @param idle called whenever nothing came for so long
   * @throws RuntimeException or error that the reader has ended by
   */
  void drain(Consumer<T> taker, Duration pause, Runnable idle) throws InterruptedException {
    while (true) {
      var next = held.poll(pause.toNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        idle.run();
      } else if (next.item() == null) {
        rethrow();
        return;
      } else {
        room.release(next.bytes());
        taker.accept(next.item());
      }
    }
  }

  /** Ends the reader, if it still reads, and waits for that. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      thread.interrupt();
      try {
        thread.join(100);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Consumer<ReadAhead<T>> reader) {
    try {
      reader.accept(this);
    } catch (Abandoned e) {
      // Whoever closed this knows.
    } catch (Throwable e) {
      failure = e;
    } finally {
      held.add(new Held<>(null, 0));
    }
  }

  /** The queue's hand-over makes what the reader wrote visible here. */
  private void rethrow() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }
}
