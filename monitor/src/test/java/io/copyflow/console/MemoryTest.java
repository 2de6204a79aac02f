package io.copyflow.console;

import static io.copyflow.console.Looks.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.action.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private final Memory memory = new Memory();

  private Snapshot saw(Looks looks) {
    return memory.saw(looks.look(), null, false);
  }

  @Test
  void rates_areThoseOfTheLastSeconds() {
    for (int second = 0; second <= 30; second++) {
      saw(Looks.running().at(second).counting(counts(second * 10L, 0, Map.of())));
    }
    Snapshot snapshot = saw(Looks.running().at(31).counting(counts(310, 0, Map.of())));

    assertThat(snapshot.numbers().in()).isEqualTo(10);
    assertThat(snapshot.numbers().out()).isEqualTo(10);
  }

  @Test
  void duplicates_areAShareOfTheLastMinute() {
    saw(Looks.running().counting(counts(1_000, 1_000, Map.of())));
    Snapshot snapshot = saw(Looks.running().at(50).counting(counts(1_100, 1_025, Map.of())));

    assertThat(snapshot.numbers().duplicates()).isEqualTo(25);
  }

  @Test
  void quietMinute_hasNoShareOfDuplicates() {
    saw(Looks.running().counting(counts(1_000, 1_000, Map.of())));

    assertThat(saw(Looks.running().at(50).counting(counts(1_000, 1_000, Map.of()))).numbers())
        .extracting(Numbers::duplicates, Numbers::p99)
        .containsOnlyNulls();
  }

  @Test
  void deadLetters_comeMostFirst_withTheirLastMinute() {
    saw(Looks.running().counting(counts(100, 0, Map.of("TOO_LARGE", 3L))));
    Map<String, Long> now = Map.of("TOO_LARGE", 3L, "NOT_HTML", 7L);

    assertThat(saw(Looks.running().at(10).counting(counts(200, 0, now))).deadLetters())
        .containsExactly(
            new Snapshot.Reason("NOT_HTML", 7, 7), new Snapshot.Reason("TOO_LARGE", 3, 0));
  }

  @Test
  void timeline_tellsChangesOnceAndTheNewestFirst() {
    saw(Looks.running());
    saw(Looks.running().at(1));
    saw(Looks.running().at(2).clusterAwaySince(Looks.START));
    Snapshot snapshot = saw(Looks.running().at(3).instances(2));

    assertThat(snapshot.timeline())
        .extracting(Happening::what)
        .satisfiesExactly(
            what -> assertThat(what).isEqualTo("2 instances share the work."),
            what -> assertThat(what).startsWith("Healthy."),
            what -> assertThat(what).startsWith("The cluster does not answer."),
            what -> assertThat(what).isEqualTo("One instance works."),
            what -> assertThat(what).startsWith("Healthy."));
  }

  @Test
  void floodOfDeadLetters_isGatheredByTheMinute() {
    for (int second = 0; second < 120; second++) {
      saw(Looks.running().at(second).counting(counts(1_000, 0, Map.of("NOT_HTML", second + 1L))));
    }
    Snapshot snapshot =
        saw(Looks.running().at(120).counting(counts(1_000, 0, Map.of("NOT_HTML", 121L))));

    assertThat(snapshot.timeline())
        .extracting(Happening::what)
        .filteredOn(what -> what.contains("dead letter"))
        .containsExactly(
            "60 records became dead letters: 60 NOT_HTML.",
            "60 records became dead letters: 60 NOT_HTML.",
            "One record became a dead letter: 1 NOT_HTML.");
  }

  @Test
  void timeline_isBounded() {
    for (int second = 0; second < 1_000; second++) {
      saw(Looks.running().at(second).instances(1 + second % 2));
    }

    assertThat(saw(Looks.running().at(1_001)).timeline()).hasSize(100);
  }

  @Test
  void timeline_saysWhatAnOperatorDid() {
    var begun =
        new Job(1, "Re-drive", "copyflow dead-letters redrive", Job.State.RUNNING, 5, "", 0, 0);
    var ended = new Job(1, "Re-drive", begun.command(), Job.State.DONE, 5, "3 resolved.", 0, 0);
    memory.saw(Looks.running().at(1).look(), begun, false);
    memory.saw(Looks.running().at(2).look(), begun, false);

    var snapshot = memory.saw(Looks.running().at(3).look(), ended, false);

    assertThat(snapshot.job()).isEqualTo(ended);
    assertThat(snapshot.timeline())
        .filteredOn(happening -> happening.who().equals("operator"))
        .extracting(Happening::what)
        .containsExactly("Done: Re-drive. 3 resolved.", "Began: copyflow dead-letters redrive");
  }

  @Test
  void history_isOneHourWithGaps() {
    var history = new History();
    var numbers = new Numbers(5, 5, null, null, 3, 0, null, 0);
    Instant start = Instant.ofEpochSecond(1_000 * History.SECONDS);

    assertThat(history.saw(start, numbers)).isTrue();
    assertThat(history.saw(start.plusSeconds(1), numbers)).isFalse();
    assertThat(history.saw(start.plus(Duration.ofMinutes(10)), numbers)).isTrue();

    assertThat(history.lines().in()).hasSize(History.POINTS);
    assertThat(history.lines().in().stream().filter(Objects::nonNull)).containsExactly(5.0, 5.0);
    assertThat(history.lines().in().get(History.POINTS - 1)).isEqualTo(5.0);
    assertThat(history.lines().in().get(History.POINTS - 1 - 30)).isEqualTo(5.0);
    assertThat(history.lines().p99()).containsOnlyNulls();

    history.saw(start.plus(Duration.ofHours(5)), numbers);
    assertThat(history.lines().in().stream().filter(Objects::nonNull)).containsExactly(5.0);
  }

  @Test
  void wholeSnapshot_holdsTheHour() {
    saw(Looks.running());

    assertThat(saw(Looks.running().at(1)).history()).isNull();
    assertThat(memory.saw(Looks.running().at(2).look(), null, true).history()).isNotNull();
  }
}
