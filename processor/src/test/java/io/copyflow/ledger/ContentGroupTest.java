package io.copyflow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.identity.RawOrder;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Window;
import io.copyflow.ledger.Verdict.Basis;
import io.copyflow.ledger.sort.TempSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The proof has its own rule of windows: it holds verdicts to it that follow from the other. */
class ContentGroupTest {

  private static final RawOrder ORDER = new RawOrder(raw -> document(raw));

  private record Shown(RawRef raw, String articleId) implements Window.Showing {}

  @Property
  void verdictsUnderTheSameWindow_areSound(
      @ForAll("showings") List<Shown> showings, @ForAll @IntRange(max = 4) int days) {
    Map<RawRef, Shown> owners = new Window(days).owners(showings, ORDER);

    assertThat(areSound(showings, owners, days)).isTrue();
  }

  @Property
  void verdictsUnderAnotherWindow_areFoundWhereTheyDiffer(
      @ForAll("showings") List<Shown> showings,
      @ForAll @IntRange(max = 4) int days,
      @ForAll @IntRange(max = 4) int otherDays) {
    Map<RawRef, Shown> owners = new Window(days).owners(showings, ORDER);
    Map<RawRef, Shown> others = new Window(otherDays).owners(showings, ORDER);

    assertThat(areSound(showings, others, days))
        .isEqualTo(told(showings, owners).equals(told(showings, others)));
  }

  /** Whether nothing is found in the verdicts that some owners make. */
  private static boolean areSound(List<Shown> showings, Map<RawRef, Shown> owners, int days) {
    var space = new TempSpace(Path.of("target"), LedgerSettings.TEMP_DIR);
    try (var findings = new Findings(1 << 16, space)) {
      var group = new ContentGroup(new Window(days), findings);
      showings.stream()
          .sorted((one, other) -> ORDER.compare(one.raw(), other.raw()))
          .forEach(shown -> group.add(claimed(shown, owners.get(shown.raw()))));
      group.end();
      return findings.isEmpty();
    }
  }

  private static Claimed claimed(Shown shown, Shown owner) {
    var rank = new Rank(shown.raw().timestamp(), document(shown.raw()), position(shown));
    boolean isCopy = !owner.articleId().equals(shown.articleId());
    return new Claimed(
        Fingerprint.of("v1:aa"),
        rank,
        isCopy ? OutcomeKind.DUPLICATE : OutcomeKind.NEW,
        shown.articleId(),
        isCopy ? new Basis(owner.articleId(), position(owner)) : null);
  }

  /** What outcomes tell: of a raw record that is no copy, no owner. */
  private static List<Claimed> told(List<Shown> showings, Map<RawRef, Shown> owners) {
    return showings.stream().map(shown -> claimed(shown, owners.get(shown.raw()))).toList();
  }

  private static Position position(Shown shown) {
    return new Position(shown.raw().partition(), shown.raw().offset());
  }

  private static String document(RawRef raw) {
    return "%04d".formatted(raw.offset());
  }

  @Provide
  Arbitrary<List<Shown>> showings() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 12),
            Arbitraries.longs().between(0, 999),
            Arbitraries.of("a", "b", "c", "d"))
        .as((day, offset, article) ->
            new Shown(new RawRef(TimeUnit.DAYS.toMillis(day), 0, offset), article))
        .list()
        .uniqueElements(shown -> shown.raw().offset())
        .ofMaxSize(12);
  }
}
