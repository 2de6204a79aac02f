package io.copyflow.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCheckTest {

  private static final TopicSpec RAW = Topics.standard().raw();
  private static final TopicSpec ARTICLES = Topics.standard().articles();

  @Test
  void topicAsAskedFor_hasNoProblems() {
    assertThat(problems(RAW, RAW.partitions(), Map.of())).isEmpty();
  }

  @Test
  void missingTopic_isCreatedByOurCommand() {
    var problems = new TopicCheck("k:9092").problems(List.of(RAW), Map.of());

    assertThat(problems)
        .extracting(TopicProblem::line)
        .containsExactly(
            "copyflow.articles.raw: topic is missing, should be there;"
                + " create it: ./copyflow topics --create --bootstrap-server k:9092");
  }

  @Test
  void tooFewPartitions_areAddedWithAWarning() {
    assertThat(problems(RAW, 1, Map.of()))
        .extracting(TopicProblem::remedy)
        .containsExactly(
            "add them, before any record is in it, since keys move to other partitions:"
                + " kafka-topics.sh --bootstrap-server k:9092 --alter"
                + " --topic copyflow.articles.raw --partitions 4");
  }

  @Test
  void tooManyPartitions_areAdopted() {
    assertThat(problems(RAW, 12, Map.of()))
        .singleElement()
        .extracting(TopicProblem::remedy)
        .asString()
        .endsWith("./copyflow topics --create --bootstrap-server k:9092 --partitions 12");
  }

  @Test
  void wrongSetting_isSetByKafkasCommand() {
    assertThat(problems(ARTICLES, ARTICLES.partitions(), Map.of("cleanup.policy", "delete")))
        .extracting(TopicProblem::line)
        .containsExactly(
            "copyflow.articles: cleanup.policy is delete, should be compact; set it:"
                + " kafka-configs.sh --bootstrap-server k:9092 --alter --entity-type topics"
                + " --entity-name copyflow.articles --add-config cleanup.policy=compact");
  }

  @ParameterizedTest
  @CsvSource({
    "max.message.bytes, 1048588, true",
    "max.message.bytes, 99999999, false",
    "retention.ms, 604800000, true",
    "retention.bytes, 1000, true",
    "cleanup.policy, 'compact,delete', true",
    "message.timestamp.type, LogAppendTime, true",
  })
  void setting_isAProblemOnlyWhereItHurts(String key, String value, boolean problem) {
    assertThat(problems(RAW, RAW.partitions(), Map.of(key, value))).hasSize(problem ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2591999999, 1", "2592000000, 0", "99999999999, 0"})
  void compactionLag_mayBeLongerButNotShorter(String lag, int problems) {
    assertThat(problems(ARTICLES, ARTICLES.partitions(), Map.of("min.compaction.lag.ms", lag)))
        .hasSize(problems);
  }

  @Test
  void settingThatTheClusterHides_isAProblem() {
    var state = new TopicState(RAW.name(), RAW.partitions(), 1, Map.of());

    assertThat(new TopicCheck("k:9092").problems(List.of(RAW), Map.of(RAW.name(), state)))
        .hasSize(RAW.config().size())
        .extracting(TopicProblem::found)
        .containsOnly("unknown");
  }

  private static List<TopicProblem> problems(
      TopicSpec spec, int partitions, Map<String, String> differing) {
    var config = new HashMap<>(spec.config());
    config.putAll(differing);
    var state = new TopicState(spec.name(), partitions, 1, config);
    return new TopicCheck("k:9092").problems(List.of(spec), Map.of(spec.name(), state));
  }
}
