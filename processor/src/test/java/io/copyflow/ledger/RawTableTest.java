package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.avro.OutcomeKind.NEW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawTableTest {

  private final RawTable table = new RawTable();

  @Test
  void rawWithOutcome_balances() {
    table.outcome(new Position(0, 0), NEW);
    table.raw(new Position(0, 0), "a");

    assertThat(table.balance().balanced()).isTrue();
    assertThat(table.balance().total().outcomes()).containsEntry(NEW, 1L);
  }

  @Test
  void rawWithoutOutcome_isPending() {
    table.raw(new Position(1, 7), "a");

    assertThat(table.balance().total().pending()).isEqualTo(1);
    assertThat(table.balance().balanced()).isFalse();
  }

  @Test
  void outcomeWithoutRaw_isUnexplained() {
    table.outcome(new Position(3, 5_000), NEW);

    assertThat(table.balance().unexplained()).isEqualTo(1);
    assertThat(table.balance().balanced()).isFalse();
  }

  @Test
  void correction_replacesTheOutcome() {
    table.outcome(new Position(0, 2), NEW);
    table.outcome(new Position(0, 2), DUPLICATE);
    table.raw(new Position(0, 2), "a");

    assertThat(table.balance().total().outcomes())
        .containsEntry(NEW, 0L)
        .containsEntry(DUPLICATE, 1L);
    assertThat(table.balance().total().raw()).isEqualTo(1);
  }

  @Test
  void sources_areCountedApart() {
    table.outcome(new Position(0, 0), NEW);
    table.raw(new Position(0, 0), "a");
    table.raw(new Position(0, 1), "b");

    assertThat(table.balance().bySource().get("a").pending()).isZero();
    assertThat(table.balance().bySource().get("b").pending()).isEqualTo(1);
  }
}
