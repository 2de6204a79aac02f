package io.copyflow.health;

import static org.apache.kafka.streams.KafkaStreams.State.REBALANCING;
import static org.apache.kafka.streams.KafkaStreams.State.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.http.HttpService;
import io.copyflow.http.HttpSettings;
import io.copyflow.topology.Lag;
import io.copyflow.topology.RestoreProgress;
import io.copyflow.topology.Vitals;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthTest {

  private static final Duration STALL = Duration.ofMinutes(10);
  private static final RestoreProgress NOTHING = new RestoreProgress(0, 0, 0);
  private static final TopicPartition OURS = new TopicPartition("raw", 0);
  private static final TopicPartition THEIRS = new TopicPartition("raw", 1);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Health health = new Health(STALL, () -> now);
  private HttpService service;
  private Vitals vitals = vitals(KafkaStreams.State.CREATED);

  @BeforeEach
  void serve() throws Exception {
    service = HttpService.start(HttpSettings.of(Map.of()), health.routes());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void processWithoutAProcessor_isAllThere() throws Exception {
    assertThat(statuses()).containsExactly(200, 200, 200);
  }

  @Test
  void processorThatHasNotStarted_livesAndIsNotReady() throws Exception {
    health.of(() -> vitals);

    assertThat(statuses()).containsExactly(200, 503, 503);
    assertThat(body("/health/ready").get("state").asText()).isEqualTo("CREATED");
  }

  @Test
  void restoringProcessor_livesAndSaysHowFarItIs() throws Exception {
    health.of(() -> vitals);
    vitals = new Vitals(REBALANCING, new RestoreProgress(2, 300, 1000), Set.of());

    assertThat(statuses()).containsExactly(200, 503, 503);
    JsonNode restore = body("/health/started").get("restore");
    assertThat(restore.get("stores").asInt()).isEqualTo(2);
    assertThat(restore.get("restored").asInt()).isEqualTo(300);
    assertThat(restore.get("total").asInt()).isEqualTo(1000);
  }

  @Test
  void rebalancingProcessor_thatRanBefore_isStartedAndNotReady() throws Exception {
    health.of(() -> vitals);
    vitals = vitals(RUNNING);
    assertThat(statuses()).containsExactly(200, 200, 200);

    vitals = vitals(REBALANCING);
    assertThat(statuses()).containsExactly(200, 503, 200);
  }

  @ParameterizedTest
  @EnumSource(
      value = KafkaStreams.State.class,
      names = {"ERROR", "NOT_RUNNING", "PENDING_ERROR"})
  void failedProcessor_isDead(KafkaStreams.State state) throws Exception {
    health.of(() -> vitals);
    vitals = vitals(state);

    assertThat(statuses()).startsWith(503, 503);
  }

  @Test
  void processorThatCommitsNothing_isDeadAfterAWhile_andAliveWhenItMoves() throws Exception {
    health.of(() -> vitals);
    vitals = vitals(RUNNING);
    health.saw(vitals, List.of(lag(OURS, 7, 3)));
    now = now.plus(STALL).minusSeconds(1);
    health.saw(vitals, List.of(lag(OURS, 7, 50)));
    assertThat(statuses()).containsExactly(200, 200, 200);

    now = now.plusSeconds(1);
    assertThat(statuses()).containsExactly(503, 503, 200);
    assertThat(body("/health/live").get("stalledSeconds").asLong()).isEqualTo(600);

    health.saw(vitals, List.of(lag(OURS, 8, 49)));
    assertThat(statuses()).containsExactly(200, 200, 200);
  }

  @Test
  void processorWithNothingToDo_isNotStuck() throws Exception {
    health.of(() -> vitals);
    vitals = vitals(RUNNING);
    health.saw(vitals, List.of(lag(OURS, 7, 0), lag(THEIRS, 7, 900)));
    now = now.plus(STALL).plus(STALL);
    health.saw(vitals, List.of(lag(OURS, 7, 0), lag(THEIRS, 7, 900)));

    assertThat(statuses()).containsExactly(200, 200, 200);
  }

  @Test
  void restoringForLong_isNotStuck() throws Exception {
    health.of(() -> vitals);
    vitals = vitals(REBALANCING);
    health.saw(vitals, List.of(lag(OURS, 7, 5)));
    now = now.plus(STALL).plus(STALL);
    health.saw(vitals, List.of(lag(OURS, 7, 5)));

    assertThat(statuses()).startsWith(200);
  }

  @Test
  void clusterAway_isAliveAndNotReady_andSaysSinceWhen() throws Exception {
    health.of(() -> vitals);
    vitals = vitals(RUNNING);
    health.saw(vitals, List.of(lag(OURS, 7, 5)));
    health.sawNothing();
    now = now.plus(STALL).plus(STALL);
    health.sawNothing();

    assertThat(statuses()).containsExactly(200, 503, 200);
    assertThat(body("/health/ready").get("clusterAwaySince").asText())
        .isEqualTo("2026-01-01T00:00:00Z");

    health.saw(vitals, List.of(lag(OURS, 7, 5)));
    assertThat(statuses()).containsExactly(200, 200, 200);
  }

  private static Vitals vitals(KafkaStreams.State state) {
    return new Vitals(state, NOTHING, Set.of(OURS));
  }

  private static Lag lag(TopicPartition partition, long committed, long records) {
    return new Lag("extract", partition, committed, records, 0);
  }

  private List<Integer> statuses() throws Exception {
    return List.of(status("/health/live"), status("/health/ready"), status("/health/started"));
  }

  private int status(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.address() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private JsonNode body(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.address() + path)).build();
    return new ObjectMapper()
        .readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }
}
