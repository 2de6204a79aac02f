package io.copyflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.broker.DataDirectory;
import io.copyflow.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands against one real broker; each test has topics of its own. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineCommandsTest {

  @TempDir static Path directory;
  private DataDirectory data;
  private EmbeddedBroker broker;

  @BeforeAll
  void startBroker() throws Exception {
    data = DataDirectory.open(directory.resolve("broker"));
    broker = EmbeddedBroker.start(data, 0, System.err::println);
  }

  @AfterAll
  void stopBroker() {
    broker.close();
    data.close();
  }

  @Test
  void topics_areMissingThenCreatedThenRight() {
    assertThat(on("check.", "topics", "--check").exitCode()).isEqualTo(1);
    assertThat(on("check.", "topics", "--create").out()).contains("check.articles.raw", "created");
    assertThat(on("check.", "topics", "--create").out()).contains("was there");
    assertThat(on("check.", "topics", "--check").exitCode()).isZero();
    assertThat(on("check.", "topics", "--describe").out()).contains("check.outcomes  ", "compact");
  }

  @Test
  void ingestedFiles_areSentOnceAndConsumed() throws Exception {
    var folder = Files.createDirectories(directory.resolve("news"));
    Files.writeString(folder.resolve("ferry.txt"), "# The ferry returns\n");
    on("sent.", "topics", "--create");

    var first = on("sent.", "ingest", "-o", "json", folder.toString());
    var second = on("sent.", "ingest", "-o", "json", folder.toString());
    var read = on("sent.", "consume", "raw", "--envelope");

    assertThat(first.out()).contains("\"sent\":1");
    assertThat(second.out()).contains("\"sent\":0").contains("\"unchanged\":1");
    var record = new ObjectMapper().readTree(read.out());
    assertThat(record.get("key").asText()).isEqualTo("news/ferry.txt");
    assertThat(record.get("value").get("document").get("path").asText()).isEqualTo("ferry.txt");
  }

  @Test
  void undecodableRecordAndTombstone_areToldApart() {
    on("odd.", "topics", "--create");
    send("odd.articles", "a", new byte[] {1, 2, 3});
    send("odd.articles", "b", null);

    var read = on("odd.", "consume", "articles");

    assertThat(read.exitCode()).isEqualTo(1);
    assertThat(read.out()).isEqualTo("{\"key\":\"b\",\"tombstone\":true}\n");
    assertThat(read.err().lines()).singleElement().asString().contains("odd.articles partition");
  }

  @Test
  void missingTopic_isNamed() {
    var read = on("none.", "consume", "outcomes");

    assertThat(read.exitCode()).isEqualTo(1);
    assertThat(read.err()).contains("none.outcomes", "topics --create");
  }

  @Test
  void limit_endsTheReading() {
    on("few.", "topics", "--create");
    send("few.articles", "a", null);
    send("few.articles", "b", null);

    var read = on("few.", "consume", "--follow", "--from-beginning", "--limit", "1");

    assertThat(read.out().lines()).hasSize(1);
  }

  @Test
  void stopRequest_endsFollowing() {
    on("endless.", "topics", "--create");
    var session = new Session(directory);
    session.stop().request();

    int exitCode = run(session, "endless.", "consume", "--follow");

    assertThat(exitCode).isEqualTo(130);
  }

  @Test
  void stopRequest_endsTheProof() {
    on("proven.", "topics", "--create");
    var session = new Session(directory);
    session.stop().request();

    int exitCode = run(session, "proven.", "ledger", "--verify");

    assertThat(exitCode).isEqualTo(130);
    assertThat(session.out()).isEmpty();
  }

  @Test
  void doctor_tellsOfClusterAndTopics() {
    on("well.", "topics", "--create");

    assertThat(on("well.", "doctor").out()).contains("answers", "as the catalogue has them");
    assertThat(on("ill.", "doctor").exitCode()).isEqualTo(1);
    assertThat(on("ill.", "doctor").out()).contains("ill.articles", "missing", "--create");
  }

  @Test
  void runningBroker_isFoundThroughItsDataDirectory() {
    var session = new Session(directory);

    int exitCode =
        session.run("topics", "--describe", "--data-dir", directory.resolve("broker").toString());

    assertThat(exitCode).isZero();
    assertThat(session.err()).isEmpty();
  }

  private record Result(int exitCode, String out, String err) {}

  private Result on(String prefix, String... command) {
    var session = new Session(directory);
    int exitCode = run(session, prefix, command);
    return new Result(exitCode, session.out(), session.err());
  }

  private int run(Session session, String prefix, String... command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--topic-prefix", prefix, "--bootstrap-server", broker.bootstrapServer()));
    return session.run(all.toArray(String[]::new));
  }

  private void send(String topic, String key, byte[] value) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServer()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }
  }
}
