package io.copyflow.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.avro.Generation;
import io.copyflow.http.RefusedException;
import io.copyflow.replay.Generations;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The generations that replays have made. */
final class Replays {

  private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

  /**
   * A generation.
   *
   * @param done raw records of {@code total} that were read
   * @param differing articles that it would change; null when nobody has compared
   */
  record Row(
      String id, String state, String rules, long done, long total, @Nullable Object differing) {}

  private final Reach reach;

  Replays(Reach reach) {
    this.reach = reach;
  }

  List<Row> answer(JsonNode request) throws RefusedException {
    try {
      var generations = new Generations(reach.topics(), reach.wire(), reach.client());
      return generations.list().stream().map(Replays::row).toList();
    } catch (KafkaException e) {
      LOG.warn("generations could not be read", e);
      throw new RefusedException("the cluster could not be read; the log says why");
    }
  }

  private static Row row(Generation generation) {
    return new Row(
        generation.getId(),
        generation.getState().name(),
        generation.getRules(),
        generation.getDone(),
        generation.getTotal(),
        generation.getDiffering());
  }
}
