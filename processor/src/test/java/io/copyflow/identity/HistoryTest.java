package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.Ruling.Duplicate;
import io.copyflow.identity.Ruling.New;
import io.copyflow.identity.Ruling.Part;
import io.copyflow.identity.Ruling.Revised;
import io.copyflow.identity.Ruling.Unchanged;
import io.copyflow.identity.Sighting.Original;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HistoryTest {

  /** No two timestamps are equal here, so no document is asked for. */
  private static final RawOrder ORDER =
      new RawOrder(raw -> {
        throw new AssertionError("no tie");
      });

  private static final Original ELSEWHERE =
      new Original("u:other", new RawRef(0, 0, 0), CopyKind.EXACT);

  @Test
  void firstSighting_isNew() {
    assertThat(rulings(sighting(1, "A", "T"))).containsExactly(new New(null));
  }

  @Test
  void sameContentAgain_isUnchanged() {
    assertThat(rulings(sighting(1, "A", "T"), sighting(2, "A", "T")))
        .containsExactly(new New(null), new Unchanged(1, raw(1), CopyKind.EXACT, null));
  }

  @Test
  void changedText_isRevision() {
    assertThat(rulings(sighting(1, "A", "T"), sighting(2, "B", "T")))
        .containsExactly(new New(null), new Revised(2, Set.of(Part.TEXT), raw(1), null));
  }

  @Test
  void changedTitleAlone_isRevision() {
    assertThat(rulings(sighting(1, "A", "T"), sighting(2, "A", "U")))
        .containsExactly(new New(null), new Revised(2, Set.of(Part.TITLE), raw(1), null));
  }

  @Test
  void contentThatComesBack_isUnchanged() {
    assertThat(rulings(sighting(1, "A", "T"), sighting(2, "B", "T"), sighting(3, "A", "T")))
        .endsWith(new Unchanged(1, raw(1), CopyKind.EXACT, null));
  }

  @Test
  void contentOfAnotherArticle_isDuplicateAndNoRevision() {
    var history =
        History.of(
            List.of(sighting(1, "A", "T").withCopyOf(ELSEWHERE), sighting(2, "B", "T")),
            ORDER,
            Reissues.DUPLICATE);

    assertThat(history.rulings().values()).containsExactly(new Duplicate(ELSEWHERE), new New(null));
    assertThat(history.revisions()).containsExactly(raw(2));
  }

  @Property
  void history_doesNotDependOnArrival(@ForAll("sightings") List<Sighting> sightings) {
    var reversed = new java.util.ArrayList<>(sightings);
    java.util.Collections.reverse(reversed);

    assertThat(History.of(reversed, ORDER, Reissues.DUPLICATE))
        .isEqualTo(History.of(sightings, ORDER, Reissues.DUPLICATE));
  }

  @Provide
  Arbitrary<List<Sighting>> sightings() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 50), Arbitraries.of("A", "B"), Arbitraries.of("T", "U"))
        .as(HistoryTest::sighting)
        .list()
        .uniqueElements(Sighting::raw)
        .ofMaxSize(8);
  }

  private static List<Ruling> rulings(Sighting... sightings) {
    return List.copyOf(
        History.of(List.of(sightings), ORDER, Reissues.DUPLICATE).rulings().values());
  }

  private static Sighting sighting(long time, String text, String title) {
    var content = ContentMark.of(Hashes.ofText(text, null, null), Hashes.ofTitle(title));
    return new Sighting(raw(time), content, null);
  }

  private static RawRef raw(long time) {
    return new RawRef(time, 0, time);
  }
}
