package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.extract.Extractor;
import io.copyflow.topics.Topics;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.ProcessorSettings;
import io.copyflow.wire.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proof on a line that works through a backlog: what waits is pending, what is lost is named.
 *
 * <p>{@code -Drunning.files=4000} makes the backlog longer.
 */
@Timeout(300)
@Tag("drill")
class RunningLineTest {

  private static final int FILES = Integer.getInteger("running.files", 600);
  private static final String PREFIX = "running.";

  @TempDir Path directory;

  @Test
  void backlog_isPendingUntilJudged() throws Exception {
    Path archive = Arrivals.generate(directory, FILES, 5);
    try (var broker = OpenBroker.in(directory.resolve("broker"))) {
      var cluster = Commands.on(directory, broker.address(), PREFIX);
      cluster.ok("topics", "--create");
      cluster.ok("ingest", archive.toString());
      assertThat(verified(cluster).get("violationCount").asInt())
          .as("nobody is there to judge them")
          .isEqualTo(FILES);

      try (var pipeline = pipeline(broker.address())) {
        pipeline.start();
        List<JsonNode> looks = looksUntilJudged(cluster);

        assertThat(looks).allSatisfy(look -> assertThat(look.get("violations")).isEmpty());
        assertThat(looks).as("void: all was judged at once").hasSizeGreaterThan(1);
      }

      lose(broker.address(), "0-0");
      assertThat(verified(cluster).at("/violations/0/invariant").asText()).isEqualTo("HAS_OUTCOME");
    }
  }

  private static List<JsonNode> looksUntilJudged(Commands cluster) {
    var looks = new ArrayList<JsonNode>();
    do {
      looks.add(verified(cluster));
    } while (looks.get(looks.size() - 1).get("pending").asInt() > 0);
    System.out.printf(
        "pending: %s%n", looks.stream().map(look -> look.get("pending").asInt()).toList());
    return looks;
  }

  private static JsonNode verified(Commands cluster) {
    return Commands.json(cluster.run("ledger", "--verify", "-o", "json").out());
  }

  private Pipeline pipeline(String broker) {
    var settings =
        ProcessorSettings.of(
            Map.of("process.threads", 2),
            directory.resolve("state"),
            Map.of("bootstrap.servers", broker));
    var topics = new Topics(PREFIX, Topics.DEFAULT_PARTITIONS);
    return new Pipeline(settings, topics, Wire.singleObject(), Extractor.standard());
  }

  /** Takes an outcome away. */
  private static void lose(String broker, String position) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(PREFIX + "outcomes", position, null)).get();
    }
  }
}
