package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadTest {

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Runnable NOTHING = () -> {};

  @Test
  void items_comeInTheirOrder() throws Exception {
    List<Integer> taken = new ArrayList<>();
    try (var ahead = new ReadAhead<Integer>(1 << 16, items -> count(items, 10_000))) {
      ahead.drain(taken::add, PAUSE, NOTHING);
    }

    assertThat(taken).containsExactlyElementsOf(IntStream.range(0, 10_000).boxed().toList());
  }

  @Test
  void reader_isHeldUpAtTheLimit() throws Exception {
    var read = new AtomicInteger();
    List<Integer> taken = new ArrayList<>();
    try (var ahead =
        new ReadAhead<Integer>(
            100 << 10,
            items -> {
              for (int i = 0; i < 50; i++) {
                items.put(i, 9 << 10);
                read.incrementAndGet();
              }
            })) {
      Awaitility.await().until(() -> read.get() == 10);
      ahead.drain(taken::add, PAUSE, NOTHING);
    }

    assertThat(taken).hasSize(50);
  }

  @Test
  void itemOverTheLimit_passesAlone() throws Exception {
    List<Integer> taken = new ArrayList<>();
    try (var ahead =
        new ReadAhead<Integer>(
            1 << 10,
            items -> {
              items.put(1, 1 << 20);
              items.put(2, 1 << 20);
            })) {
      ahead.drain(taken::add, PAUSE, NOTHING);
    }

    assertThat(taken).containsExactly(1, 2);
  }

  @Test
  void readersFailure_isThrownWhereItsItemsAreTaken() {
    List<Integer> taken = new ArrayList<>();
    try (var ahead =
        new ReadAhead<Integer>(
            1 << 16,
            items -> {
              items.put(1, 0);
              throw new IllegalStateException("broken");
            })) {
      assertThatThrownBy(() -> ahead.drain(taken::add, PAUSE, NOTHING)).hasMessage("broken");
    }
    assertThat(taken).containsExactly(1);
  }

  @Test
  void takersFailure_endsTheReader() {
    var ended = new CountDownLatch(1);
    assertThatThrownBy(
            () -> {
              try (var ahead =
                  new ReadAhead<Integer>(
                      1 << 12,
                      items -> {
                        try {
                          count(items, Integer.MAX_VALUE);
                        } finally {
                          ended.countDown();
                        }
                      })) {
                ahead.drain(
                    item -> {
                      throw new IllegalStateException("full");
                    },
                    PAUSE,
                    NOTHING);
              }
            })
        .hasMessage("full");

    assertThat(ended.getCount()).isZero();
  }

  @Test
  void slowReader_letsTheTakerThinkOfOtherThings() throws Exception {
    var idle = new CountDownLatch(3);
    List<Integer> taken = new ArrayList<>();
    try (var ahead =
        new ReadAhead<Integer>(
            1 << 16,
            items -> {
              try {
                idle.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              items.put(1, 0);
            })) {
      ahead.drain(taken::add, PAUSE, idle::countDown);
    }

    assertThat(taken).containsExactly(1);
  }

  private static void count(ReadAhead<Integer> items, int until) {
    for (int i = 0; i < until; i++) {
      items.put(i, 0);
    }
  }
}
