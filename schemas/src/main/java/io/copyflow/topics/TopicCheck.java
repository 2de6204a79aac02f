package io.copyflow.topics;

import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds topics against the catalogue. Knows no cluster.
 *
 * @param bootstrapServers for the commands that it proposes
 */
record TopicCheck(String bootstrapServers) {

  /** Configurations where more than the catalogue asks for does no harm; -1 is without limit. */
  private static final Set<String> AT_LEAST =
      Set.of(
          MAX_MESSAGE_BYTES_CONFIG,
          MIN_COMPACTION_LAG_MS_CONFIG,
          RETENTION_MS_CONFIG,
          RETENTION_BYTES_CONFIG);

  /** All problems, in the catalogue's order; {@code states} are the topics that exist, by name. */
  List<TopicProblem> problems(List<TopicSpec> specs, Map<String, TopicState> states) {
    return specs.stream()
        .flatMap(spec ->
            Optional.ofNullable(states.get(spec.name()))
                .map(state -> Stream.concat(partitions(spec, state), config(spec, state)))
                .orElseGet(() -> Stream.of(missing(spec))))
        .toList();
  }

  private TopicProblem missing(TopicSpec spec) {
    return new TopicProblem(
        spec.name(),
        "topic",
        "missing",
        "there",
        "create it: ./copyflow topics --create --bootstrap-server " + bootstrapServers);
  }

  private Stream<TopicProblem> partitions(TopicSpec spec, TopicState state) {
    if (state.partitions() == spec.partitions()) {
      return Stream.empty();
    }
    return Stream.of(
        new TopicProblem(
            spec.name(),
            "partitions",
            Integer.toString(state.partitions()),
            Integer.toString(spec.partitions()),
            state.partitions() < spec.partitions() ? grow(spec) : adopt(state)));
  }

  private String grow(TopicSpec spec) {
    return ("add them, before any record is in it, since keys move to other partitions:"
            + " kafka-topics.sh --bootstrap-server %s --alter --topic %s --partitions %d")
        .formatted(bootstrapServers, spec.name(), spec.partitions());
  }

  private String adopt(TopicState state) {
    return ("a topic cannot shrink, so ask for as many of every topic:"
            + " ./copyflow topics --create --bootstrap-server %s --partitions %d")
        .formatted(bootstrapServers, state.partitions());
  }

  private Stream<TopicProblem> config(TopicSpec spec, TopicState state) {
    return spec.config().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(wanted -> {
          var found = state.config().getOrDefault(wanted.getKey(), "unknown");
          return meets(wanted.getKey(), found, wanted.getValue())
              ? Stream.empty()
              : Stream.of(differs(spec, wanted.getKey(), found, wanted.getValue()));
        });
  }

  private TopicProblem differs(TopicSpec spec, String key, String found, String wanted) {
    return new TopicProblem(
        spec.name(),
        key,
        found,
        wanted,
        ("set it: kafka-configs.sh --bootstrap-server %s --alter --entity-type topics"
                + " --entity-name %s --add-config %s=%s")
            .formatted(bootstrapServers, spec.name(), key, wanted));
  }

  private static boolean meets(String key, String found, String wanted) {
    if (!AT_LEAST.contains(key) || !found.matches("-?\\d{1,18}")) {
      return found.equals(wanted);
    }
    return limit(found) >= limit(wanted);
  }

  private static long limit(String value) {
    var number = Long.parseLong(value);
    return number == -1 ? Long.MAX_VALUE : number;
  }
}
