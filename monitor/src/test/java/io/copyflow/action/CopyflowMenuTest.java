package io.copyflow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.avro.Generation;
import io.copyflow.avro.GenerationState;
import io.copyflow.avro.ReplayFilter;
import io.copyflow.http.RefusedException;
import io.copyflow.replay.Site;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for, described before it is done; reaches no cluster. */
class CopyflowMenuTest {

  private static final List<String> CLUSTER =
      List.of("--bootstrap-server", "kafka:9092", "--profiles", "our rules");

  private static final Site SITE = Sites.NOWHERE;

  private static Action of(String json) throws Exception {
    return new CopyflowMenu(SITE, CLUSTER).of(new ObjectMapper().readTree(json));
  }

  @Test
  void redrive_isTheCommandThatDoesTheSame() throws Exception {
    Action action =
        of(
            """
            {"action": "redrive", "reasons": ["TOO_COMPLEX", "NO_TEXT"], "source": "it's",
             "parked": true, "rate": 50, "since": "2031-05-08"}\
            """);

    assertThat(action.command())
        .isEqualTo(
            "copyflow dead-letters redrive --reason NO_TEXT,TOO_COMPLEX --source 'it'\\''s'"
                + " --since 2031-05-08T00:00:00Z --parked --rate 50"
                + " --bootstrap-server kafka:9092 --profiles 'our rules'");
    assertThat(action.touches().get(0))
        .contains("open and parked dead letters of NO_TEXT, TOO_COMPLEX from the source it's");
    assertThat(action.instead()).isEmpty();
  }

  @Test
  void preview_saysThatItWritesNothing() throws Exception {
    Action action = of("{\"action\": \"redrive-preview\"}");

    assertThat(action.command()).startsWith("copyflow dead-letters redrive --dry-run --boot");
    assertThat(action.touches()).contains("Writes nothing.");
  }

  @Test
  void replay_isTheCommandThatDoesTheSame() throws Exception {
    assertThat(of("{\"action\": \"replay\", \"source\": \"dw\"}").command())
        .startsWith("copyflow replay --source dw --bootstrap-server");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"action\": \"drop-everything\"}",
        "{\"action\": \"redrive\", \"reasons\": [\"--yes\"]}",
        "{\"action\": \"redrive\", \"rate\": -1}",
        "{\"action\": \"replay\", \"since\": \"yesterday\"}",
        "{\"action\": \"compare\"}"
      })
  void whatIsNoAction_isRefused(String json) {
    assertThatThrownBy(() -> of(json)).isInstanceOf(RefusedException.class);
  }

  @Test
  void promotionOfOtherRules_saysWhatToDoInstead() {
    var action = Promoting.of(SITE, CLUSTER, generation("other", GenerationState.READY));

    assertThat(action.instead()).contains("Restart all processors by those");
    assertThat(action.command())
        .isEqualTo(
            "copyflow replay --promote --source dw --profiles DIR --bootstrap-server kafka:9092");
  }

  @Test
  void promotionOfTheRulesThatRun_isDoneFromHere() {
    var action =
        Promoting.of(SITE, CLUSTER, generation(SITE.extractor().version(), GenerationState.READY));

    assertThat(action.instead()).isEmpty();
    assertThat(action.command()).endsWith("--profiles 'our rules'");
    assertThat(action.touches().get(1)).contains("(3 of 10 records differed");
  }

  @Test
  void rollBack_needsTheEarlierRulesToRun() {
    var live = generation(SITE.extractor().version(), GenerationState.PROMOTED);

    assertThat(Promoting.back(SITE, CLUSTER, live).instead()).contains("by the earlier ones");
    assertThat(
            Promoting.back(SITE, CLUSTER, generation("others", GenerationState.PROMOTED)).instead())
        .isEmpty();
  }

  @Test
  void generationThatIsLive_isNeitherComparedNorPromotedNorDiscarded() {
    var live = generation(SITE.extractor().version(), GenerationState.PROMOTED);

    assertThat(new Comparing(SITE, CLUSTER, live).instead()).contains("PROMOTED");
    assertThat(Promoting.of(SITE, CLUSTER, live).instead()).contains("live already");
    assertThat(new Discarding(SITE, CLUSTER, live).instead()).contains("promote the earlier rules");
  }

  private static Generation generation(String rules, GenerationState state) {
    Instant now = Instant.parse("2031-05-08T10:15:00Z");
    return Generation.newBuilder()
        .setId("g20310508-101500")
        .setState(state)
        .setRules(rules)
        .setFilter(new ReplayFilter(null, null, "dw", null, null))
        .setCompared(10L)
        .setDiffering(3L)
        .setCreatedAt(now)
        .setUpdatedAt(now)
        .build();
  }
}
