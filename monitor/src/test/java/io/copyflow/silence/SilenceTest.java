package io.copyflow.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weeks of five sources under a simulated clock. */
class SilenceTest {

  /** A Monday. */
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

  private static final Instant NOON_OF_WEEK_FOUR =
      BEGIN.plus(Duration.ofDays(23)).plusSeconds(43_200);

  private static final Instant WEEK_FOUR = BEGIN.plus(Duration.ofDays(21));

  private final Silence silence = new Silence();
  private final Random random = new Random(11);

  /** Every source has a pace of its own; four of them keep it, day and night. */
  private void fiveSources(Instant until) {
    steady("agency", Duration.ofMinutes(2), until);
    steady("broadcaster", Duration.ofMinutes(10), until);
    steady("bulletin", Duration.ofHours(9), until);
    steady("blog", Duration.ofHours(3), until);
    daily("paper", until);
  }

  private void steady(String source, Duration pace, Instant until) {
    for (Instant at = BEGIN; at.isBefore(until); at = at.plusSeconds(jitter(pace))) {
      silence.saw(source, at);
    }
  }

  /** Every ten minutes from 6 to 22 on working days, from 8 to 12 on others; nothing at night. */
  private void daily(String source, Instant until) {
    for (Instant at = BEGIN;
        at.isBefore(until);
        at = at.plusSeconds(jitter(Duration.ofMinutes(10)))) {
      if (isAtWork(at)) {
        silence.saw(source, at);
      }
    }
  }

  private static boolean isAtWork(Instant at) {
    var local = at.atOffset(ZoneOffset.UTC);
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return weekend
        ? local.getHour() >= 8 && local.getHour() < 12
        : local.getHour() >= 6 && local.getHour() < 22;
  }

  private long jitter(Duration pace) {
    return (long) (pace.toSeconds() * (0.5 + random.nextDouble()));
  }

  private List<String> silent(Instant now) {
    return silence.states(now).stream()
        .filter(SourceState::silent)
        .map(SourceState::source)
        .toList();
  }

  @Test
  void fiveSourcesThatKeepTheirPace_raiseNoAlarm() {
    fiveSources(NOON_OF_WEEK_FOUR);

    assertThat(silent(NOON_OF_WEEK_FOUR)).isEmpty();
    assertThat(silence.states(NOON_OF_WEEK_FOUR)).hasSize(5);
  }

  @Test
  void oneOfFiveSourcesThatStops_isNamed_andNoLongerWhenItIsBack() {
    fiveSources(NOON_OF_WEEK_FOUR);
    Instant later = NOON_OF_WEEK_FOUR.plus(Duration.ofHours(1));
    List.of("agency", "bulletin", "blog", "paper").forEach(source -> silence.saw(source, later));

    assertThat(silent(later)).containsExactly("broadcaster");
    SourceState state =
        silence.states(later).stream().filter(SourceState::silent).findFirst().orElseThrow();
    assertThat(state.last()).isBetween(NOON_OF_WEEK_FOUR.minusSeconds(960), NOON_OF_WEEK_FOUR);
    assertThat(state.due())
        .isBetween(state.last().plusSeconds(8 * 60), state.last().plusSeconds(25 * 60));
    assertThat(state.missed()).isBetween(4.0, 8.0);

    silence.saw("broadcaster", later);
    assertThat(silent(later)).isEmpty();
  }

  @Test
  void sourceThatIsSlowAtNight_raisesNoAlarmInAnyMinuteOfAWeek() {
    daily("paper", BEGIN.plus(Duration.ofDays(21)));
    var alarms = new ArrayList<Instant>();
    Instant end = BEGIN.plus(Duration.ofDays(28));
    for (Instant at = BEGIN.plus(Duration.ofDays(21)); at.isBefore(end); at = at.plusSeconds(300)) {
      if (isAtWork(at)) {
        silence.saw("paper", at);
      }
      if (!silent(at).isEmpty()) {
        alarms.add(at);
      }
    }
    assertThat(alarms).isEmpty();
  }

  @Test
  void sourceThatStopsInTheMorning_isNamedWithinTheHour_thoughItsNightsAreLong() {
    daily("paper", NOON_OF_WEEK_FOUR);

    assertThat(silent(NOON_OF_WEEK_FOUR.plus(Duration.ofHours(1)))).containsExactly("paper");
  }

  @Test
  void sourceThatStaysAwayAfterTheNight_isNamedInTheMorning_andNotBefore() {
    Instant evening = BEGIN.plus(Duration.ofDays(22)).plusSeconds(22 * 3600);
    daily("paper", evening);

    assertThat(silent(evening.plus(Duration.ofHours(8)))).isEmpty();
    assertThat(silent(evening.plus(Duration.ofHours(9)))).containsExactly("paper");
  }

  /** One of them by chance in a month would be one too many for whoever is woken. */
  @Test
  void sourcesThatSendAtRandom_raiseNoAlarmInTwoWeeks() {
    Map<String, Duration> paces =
        Map.of("a", Duration.ofMinutes(5), "b", Duration.ofMinutes(40), "c", Duration.ofHours(5));
    var next = new HashMap<String, Instant>();
    paces.forEach((source, pace) -> next.put(source, random(source, pace, BEGIN, WEEK_FOUR)));
    var alarms = new ArrayList<String>();
    Instant end = WEEK_FOUR.plus(Duration.ofDays(14));
    for (Instant at = WEEK_FOUR; at.isBefore(end); at = at.plusSeconds(900)) {
      Instant now = at;
      paces.forEach(
          (source, pace) -> next.compute(source, (name, due) -> random(name, pace, due, now)));
      alarms.addAll(silent(at));
    }
    assertThat(alarms).isEmpty();
  }

  /** Tells what comes until a moment, and returns when the next comes. */
  private Instant random(String source, Duration pace, Instant from, Instant until) {
    Instant at = from;
    while (at.isBefore(until)) {
      silence.saw(source, at);
      at = at.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * pace.toSeconds()));
    }
    return at;
  }

  /** A crawl every four to eight hours, which sends for a quarter of an hour. */
  @Test
  void sourceThatSendsInBursts_isMissedWhenBurstsStayAway_andNotBetweenThem() {
    Instant at = BEGIN;
    Instant last = at;
    while (at.isBefore(WEEK_FOUR)) {
      for (int minute = 0; minute < 15; minute++) {
        last = at.plusSeconds(60L * minute);
        silence.saw("crawl", last);
      }
      at = at.plusSeconds(4 * 3600 + random.nextInt(4 * 3600));
    }
    assertThat(silent(last.plus(Duration.ofHours(8)))).isEmpty();
    assertThat(silent(last.plus(Duration.ofHours(24)))).containsExactly("crawl");
  }

  @Test
  void sourceInItsFirstWeek_isLearned_andNotMissed() {
    Instant dayFive = BEGIN.plus(Duration.ofDays(5));
    steady("new", Duration.ofMinutes(2), dayFive);

    assertThat(silence.states(dayFive.plus(Duration.ofDays(1))))
        .allSatisfy(state -> assertThat(state.silent()).isFalse())
        .allSatisfy(state -> assertThat(state.due()).isNull())
        .hasSize(1);
  }

  @Test
  void oneOutage_teachesNothing() {
    Instant outage = BEGIN.plus(Duration.ofDays(16)).plusSeconds(12 * 3600);
    for (Instant at = BEGIN; at.isBefore(NOON_OF_WEEK_FOUR); at = at.plusSeconds(600)) {
      if (at.isBefore(outage) || at.isAfter(outage.plus(Duration.ofHours(9)))) {
        silence.saw("wire", at);
      }
    }
    assertThat(silent(NOON_OF_WEEK_FOUR.plus(Duration.ofHours(1)))).containsExactly("wire");
  }

  @Test
  void orderOfArrivals_doesNotMatter() {
    var arrivals = new ArrayList<Instant>();
    for (Instant at = BEGIN;
        at.isBefore(NOON_OF_WEEK_FOUR);
        at = at.plusSeconds(jitter(Duration.ofMinutes(30)))) {
      arrivals.add(at);
    }
    arrivals.forEach(at -> silence.saw("a", at));
    Collections.shuffle(arrivals, random);
    arrivals.forEach(at -> silence.saw("b", at));

    var states = silence.states(NOON_OF_WEEK_FOUR);
    assertThat(states.get(0).last()).isEqualTo(states.get(1).last());
    assertThat(states.get(0).due()).isNotNull().isEqualTo(states.get(1).due());
  }

  @Test
  void archiveThatIsLoadedOnce_isNotMissed() {
    for (int i = 0; i < 5_000; i++) {
      silence.saw("archive", BEGIN.plusSeconds(i));
    }
    assertThat(silent(BEGIN.plus(Duration.ofDays(3)))).isEmpty();
  }

  @Test
  void sourceThatEndedLongAgo_isNoLongerExpected() {
    steady("wire", Duration.ofMinutes(30), NOON_OF_WEEK_FOUR);

    assertThat(silent(NOON_OF_WEEK_FOUR.plus(Duration.ofDays(20)))).containsExactly("wire");
    assertThat(silence.states(NOON_OF_WEEK_FOUR.plus(Duration.ofDays(36)))).isEmpty();
  }

  @Test
  void namesOfSources_areBounded() {
    for (int i = 0; i < 2 * Silence.MOST_SOURCES; i++) {
      silence.saw("source-" + i, BEGIN);
    }
    assertThat(silence.states(BEGIN)).hasSize(Silence.MOST_SOURCES);
  }
}
