package io.copyflow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.OutcomeKind;
import org.junit.jupiter.api.Test;

class RawTableTest {

  @Test
  void tableThatGrows_keepsWhatItIsGiven() {
    var table = new RawTable();

    for (long offset = 0; offset < 5_000; offset++) {
      table.outcome(new Position(3, offset), OutcomeKind.NEW);
      table.raw(new Position(3, offset), "wire");
    }
    table.raw(new Position(0, 20_000), "wire");

    assertThat(table.balance().total().raw()).isEqualTo(5_001);
    assertThat(table.balance().total().pending()).isEqualTo(1);
  }
}
