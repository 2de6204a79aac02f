package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.avro.OutcomeKind.NEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Evidence.Came;
import io.copyflow.ledger.Evidence.Told;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BalanceTest {

  private static final long DAY_MS = 86_400_000;

  private final Balance balance = new Balance();

  @Test
  void rawWithOutcome_balances() {
    count(raw("a/x", 0), told(NEW));

    assertThat(balance.balanced()).isTrue();
    assertThat(balance.total().outcomes()).containsEntry(NEW, 1L);
  }

  @Test
  void rawWithoutOutcome_isPending() {
    count(raw("a/x", 0));

    assertThat(balance.total().pending()).isEqualTo(1);
    assertThat(balance.balanced()).isFalse();
  }

  @Test
  void outcomeWithoutRaw_isUnexplained() {
    count(told(NEW));

    assertThat(balance.unexplained()).isEqualTo(1);
    assertThat(balance.total().raw()).isZero();
    assertThat(balance.balanced()).isFalse();
  }

  @Test
  void correction_replacesTheOutcome() {
    count(raw("a/x", 0), told(NEW), told(DUPLICATE));

    assertThat(balance.total().outcomes()).containsEntry(NEW, 0L).containsEntry(DUPLICATE, 1L);
    assertThat(balance.total().raw()).isEqualTo(1);
  }

  @Test
  void sourcesAndDays_areCountedApart() {
    count(raw("a/x", DAY_MS - 1), told(NEW));
    count(raw("b/y", DAY_MS));

    assertThat(balance.bySource().get("a").pending()).isZero();
    assertThat(balance.bySource().get("b").pending()).isEqualTo(1);
    assertThat(balance.byDay())
        .containsOnlyKeys(LocalDate.of(1970, 1, 1), LocalDate.of(1970, 1, 2));
    assertThat(balance.byDay().get(LocalDate.of(1970, 1, 1)).outcomes()).containsEntry(NEW, 1L);
  }

  private void count(Evidence... evidence) {
    var group = new CountedGroup(balance);
    for (Evidence one : evidence) {
      group.add(one);
    }
    group.end();
  }

  private static Came raw(String document, long timestamp) {
    return new Came(new Position(0, 0), timestamp, document);
  }

  private static Told told(OutcomeKind kind) {
    var verdict = new Verdict(kind, 0, "a/x", 1, null);
    return new Told(new Position(0, 0), new Position(0, 7), Fingerprint.of("value"), verdict);
  }
}
