package io.copyflow.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.generate.Item.Kind;
import io.copyflow.generate.Item.Printed;
import io.copyflow.generate.page.Address;
import io.copyflow.generate.page.BadFile;
import io.copyflow.generate.page.Layout;
import io.copyflow.generate.page.Sheet;
import io.copyflow.generate.prose.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files one after the other, their verdicts written by hand. */
class OracleTest {

  private static final Address HERE = new Address(Layout.ALL.get(0), 1);
  private static final Address THERE = new Address(Layout.ALL.get(0), 2);

  private final Oracle oracle = new Oracle();
  private final List<String> verdicts = new ArrayList<>();

  @Test
  void sameTextElsewhere_isADuplicateOfTheFirst() {
    tell(HERE, 0, 0);
    tell(THERE, 0, 0);

    assertThat(verdicts).containsExactly("NEW 1", "DUPLICATE of 0");
  }

  @Test
  void sameAgain_isUnchanged() {
    tell(HERE, 0, 0);
    tell(HERE, 0, 0);

    assertThat(verdicts).containsExactly("NEW 1", "UNCHANGED 1 of 0");
  }

  @Test
  void changes_areRevisionsAndTheOldTextComesBackUnchanged() {
    tell(HERE, 0, 0);
    tell(HERE, 1, 0);
    tell(HERE, 2, 1);
    tell(HERE, 0, 0);

    assertThat(verdicts)
        .containsExactly(
            "NEW 1", "REVISED 2 [TITLE] of 0", "REVISED 3 [TITLE, TEXT] of 1", "UNCHANGED 1 of 0");
  }

  @Test
  void articleWhoseFirstTextWasACopy_beginsWithItsOwn() {
    tell(HERE, 0, 0);
    tell(THERE, 0, 0);
    tell(THERE, 0, 1);

    assertThat(verdicts).containsExactly("NEW 1", "DUPLICATE of 0", "NEW 1");
  }

  @Test
  void badFile_hasItsReason() {
    Expectation expected = oracle.judge("x", new Item.Bad(BadFile.JSON, 1));

    assertThat(expected.outcome() + " " + expected.reason()).isEqualTo("REJECTED JSON");
  }

  private void tell(Address address, int title, int text) {
    var story = new Story(1, 1, title, text, false);
    String path = Integer.toString(verdicts.size());
    Expectation told = oracle.judge(path, new Printed(Kind.ORIGINAL, new Sheet(story, address)));
    verdicts.add(
        told.outcome()
            + (told.revision() == null ? "" : " " + told.revision())
            + (told.changed().isEmpty() ? "" : " " + told.changed())
            + (told.other() == null ? "" : " of " + told.other()));
  }
}
