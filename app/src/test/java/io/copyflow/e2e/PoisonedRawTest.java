package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What must never stop the line, on the raw topic before an article. */
@Timeout(120)
@Tag("drill")
class PoisonedRawTest {

  private static final String PREFIX = "poisoned.";
  private static final String ARTICLE =
      """
      <!--1936699200000-->
      [Wheat barge blocks canal](https://paper.example/2031/wheat-barge)
      ------

      <p>A barge carrying 1,200 tonnes of wheat blocked the canal for a third day on Friday.</p>
      """;

  @TempDir static Path directory;
  private static OpenBroker broker;
  private static Commands commands;
  private static CopyflowProcess processor;
  private static String positionWithoutKey;

  @BeforeAll
  static void process() throws Exception {
    Files.writeString(directory.resolve("copyflow.properties"), "max.file.bytes=1000\n");
    broker = OpenBroker.in(directory.resolve("broker"));
    commands = Commands.on(directory, broker.address(), PREFIX);
    commands.ok("topics", "--create");
    send("feed/garbage.txt", "\u001b[2Jno raw article".getBytes(UTF_8));
    send("feed/gone.txt", null);
    positionWithoutKey = send(null, new byte[] {(byte) 0xC3, 1, 2, 3});
    Path news = Files.createDirectories(directory.resolve("news"));
    Files.writeString(news.resolve("large.txt"), ARTICLE + "<p>more</p>".repeat(100));
    Files.writeString(news.resolve("wheat.txt"), ARTICLE);
    commands.ok("ingest", news.toString());
    processor = CopyflowProcess.start(directory, commands.with("process"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            commands.ledger().toString().contains("\"raw\":5,\"outcomes\"")
                && commands.ledger().get("pending").asInt() == 0);
  }

  @AfterAll
  static void close() {
    processor.close();
    broker.close();
  }

  @Test
  void garbage_isRejectedWithItsBytes() {
    JsonNode explained = explain("feed/garbage.txt");

    assertThat(explained.at("/outcome/kind").asText()).isEqualTo("REJECTED");
    assertThat(explained.at("/outcome/reason").asText()).isEqualTo("UNREADABLE_RECORD");
    assertThat(explained.at("/deadLetter/stage").asText()).isEqualTo("DECODE");
    assertThat(explained.at("/deadLetter/content").isNull()).isFalse();
    assertThat(commands.ok("explain", "feed/garbage.txt")).doesNotContain("\u001b");
  }

  @Test
  void recordWithoutValue_isRejected() {
    assertThat(explain("feed/gone.txt").at("/outcome/reason").asText())
        .isEqualTo("UNREADABLE_RECORD");
  }

  @Test
  void recordWithoutKey_isNamedByItsPosition() {
    JsonNode outcome = explain(positionWithoutKey).get("outcome");

    assertThat(outcome.at("/document/source").asText()).isEqualTo("unknown");
    assertThat(outcome.at("/document/path").asText()).isEqualTo(positionWithoutKey);
    assertThat(outcome.get("kind").asText()).isEqualTo("REJECTED");
  }

  @Test
  void fileOverTheLimit_isRejectedAsTooLarge() {
    assertThat(explain("large.txt").at("/outcome/reason").asText()).isEqualTo("TOO_LARGE");
    assertThat(commands.ok("explain", "large.txt"))
        .contains("news/large.txt", "TOO_LARGE", "1287 bytes");
  }

  @Test
  void articleBehindThem_isNew() {
    assertThat(explain("wheat.txt").at("/outcome/kind").asText()).isEqualTo("NEW");
  }

  @Test
  void ledger_balancesAndHolds() {
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
    assertThat(commands.ledger().at("/outcomes/REJECTED").asInt()).isEqualTo(4);
  }

  @Test
  void whatWasNeverIngested_endsWith1() {
    var answer = commands.run("explain", "never.txt");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err().lines()).singleElement().asString().contains("never.txt", "ledger");
  }

  private static JsonNode explain(String question) {
    JsonNode explained = Commands.json(commands.ok("explain", "-o", "json", question));
    assertThat(explained).hasSize(1);
    return explained.get(0);
  }

  private static String send(@Nullable String key, byte @Nullable [] value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var sent = producer.send(new ProducerRecord<>(PREFIX + "articles.raw", key, value)).get();
      return sent.partition() + "-" + sent.offset();
    }
  }
}
