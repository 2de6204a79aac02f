package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowTest {

  /** Documents are named after their offsets, which decide between equal days. */
  private static final RawOrder ORDER = new RawOrder(raw -> "%04d".formatted(raw.offset()));

  private static final Window MONTH = new Window(30);

  private record Shown(RawRef raw, String articleId) implements Window.Showing {}

  @Test
  void copyOnTheLastDay_isACopy() {
    assertThat(owners(MONTH, shown(0, "a"), shown(30, "b"))).containsExactly("0 a", "0 a");
  }

  @Test
  void copyAfterTheLastDay_ownsTheContentToo() {
    assertThat(owners(MONTH, shown(0, "a"), shown(31, "b"))).containsExactly("0 a", "31 b");
  }

  @Test
  void window_isCountedFromTheOwnerAndNotFromItsLatestCopy() {
    assertThat(owners(MONTH, shown(0, "a"), shown(20, "b"), shown(40, "c")))
        .containsExactly("0 a", "0 a", "40 c");
  }

  @Test
  void copyAfterTwoOwners_isOfTheLater() {
    assertThat(owners(MONTH, shown(0, "a"), shown(31, "b"), shown(32, "c")))
        .containsExactly("0 a", "31 b", "31 b");
  }

  @Test
  void formerOwner_keepsTheContentAndRenewsNothing() {
    assertThat(owners(MONTH, shown(0, "a"), shown(31, "b"), shown(32, "a"), shown(62, "c")))
        .containsExactly("0 a", "31 b", "0 a", "62 c");
  }

  @Test
  void withoutAWindow_theEarliestOwnsAll() {
    assertThat(owners(Window.NONE, shown(0, "a"), shown(9_999, "b"), shown(99_999, "c")))
        .containsExactly("0 a", "0 a", "0 a");
  }

  @Test
  void negativeWindow_isRefused() {
    assertThatThrownBy(() -> new Window(-1)).hasMessage("not a window: -1 days");
  }

  @Property
  void owners_doNotDependOnArrival(
      @ForAll("showings") List<Shown> showings,
      @ForAll @IntRange(max = 4) int days,
      @ForAll long seed) {
    var shuffled = new ArrayList<>(showings);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(new Window(days).owners(shuffled, ORDER))
        .containsExactlyEntriesOf(new Window(days).owners(showings, ORDER));
  }

  @Property
  void everyCopy_liesInTheWindowOfItsOwner(
      @ForAll("showings") List<Shown> showings, @ForAll @IntRange(min = 1, max = 4) int days) {
    Map<RawRef, Shown> owners = new Window(days).owners(showings, ORDER);

    assertThat(showings)
        .filteredOn(shown -> !owners.get(shown.raw()).articleId().equals(shown.articleId()))
        .allSatisfy(copy -> {
          assertThat(day(copy) - day(owners.get(copy.raw()))).isBetween(0L, (long) days);
        });
  }

  @Property
  void window_makesNoCopyOfWhatWasNone(
      @ForAll("showings") List<Shown> showings, @ForAll @IntRange(min = 1, max = 4) int days) {
    Map<RawRef, Shown> ever = Window.NONE.owners(showings, ORDER);
    Map<RawRef, Shown> owners = new Window(days).owners(showings, ORDER);

    assertThat(showings)
        .filteredOn(shown -> ever.get(shown.raw()).articleId().equals(shown.articleId()))
        .allSatisfy(shown -> {
          assertThat(owners.get(shown.raw()).articleId()).isEqualTo(shown.articleId());
        });
  }

  @Provide
  Arbitrary<List<Shown>> showings() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 12),
            Arbitraries.integers().between(0, 999),
            Arbitraries.of("a", "b", "c", "d"))
        .as((day, offset, article) -> new Shown(raw(day, offset), article))
        .list()
        .uniqueElements(shown -> shown.raw().offset())
        .ofMaxSize(12);
  }

  /** Day and article of the owner of each, in order. */
  private static List<String> owners(Window window, Shown... showings) {
    Collection<Shown> owners = window.owners(List.of(showings), ORDER).values();
    return owners.stream().map(owner -> day(owner) + " " + owner.articleId()).toList();
  }

  private static long day(Shown shown) {
    return TimeUnit.MILLISECONDS.toDays(shown.raw().timestamp());
  }

  private static Shown shown(long day, String article) {
    return new Shown(raw(day, day), article);
  }

  private static RawRef raw(long day, long offset) {
    return new RawRef(TimeUnit.DAYS.toMillis(day), 0, offset);
  }
}
