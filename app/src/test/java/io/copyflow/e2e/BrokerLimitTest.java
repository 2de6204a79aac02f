package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.avro.RawArticle;
import io.copyflow.topics.Keys;
import io.copyflow.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody lets an output topic take less than is written, while the processor runs. */
@Timeout(180)
@Tag("drill")
class BrokerLimitTest {

  private static final String PAGE =
      "<!--1936699200000-->\n[Barge %s](https://paper.example/2031/%s)\n------\n\n<p>%s</p>\n";

  @TempDir Path directory;
  private OpenBroker broker;
  private Commands commands;
  private int raws;

  @Test
  void recordThatATopicDoesNotTake_isRefusedAlone() throws Exception {
    try (var opened = OpenBroker.in(directory.resolve("broker"));
        var line = OpenLine.on(opened, directory, "line")) {
      broker = opened;
      commands = line.commands();
      line.start();
      send("before.txt", page("before", 1));
      takes("line.articles", 20_000);
      takes("line.dead-letters", 100_000);

      send("large.txt", page("large", 3_000));
      send("small.txt", page("small", 1));
      send("damaged.txt", "\u0089PNG\r\n\u001a\n".repeat(40_000));

      assertThat(reason("large.txt")).isEqualTo("ARTICLE_TOO_LARGE");
      assertThat(reason("damaged.txt")).isEqualTo("UNDECODABLE_TEXT");
      assertThat(letter("damaged.txt").get("contentLeftOut").asBoolean()).isTrue();
      JsonNode verified = line.verified();
      assertThat(verified.at("/outcomes/NEW").asInt()).isEqualTo(2);
      assertThat(verified.at("/outcomes/REJECTED").asInt()).isEqualTo(2);

      takes("line.articles", 12 << 20);
      takes("line.dead-letters", 12 << 20);
      line.stop();
      line.start();
      assertThat(commands.ok("dead-letters", "redrive", "--reason", "ARTICLE_TOO_LARGE"))
          .contains("1 read again: 1 resolved");
      assertThat(line.verified().at("/outcomes/NEW").asInt()).isEqualTo(3);
    }
  }

  private static String page(String name, int sentences) {
    String text = "The barge called %s blocked the canal, with wheat on board. ".formatted(name);
    return PAGE.formatted(name, name, text.repeat(sentences));
  }

  /** As a producer does that looks at no other topic; returns once it has its outcome. */
  private void send(String path, String page) throws Exception {
    byte[] bytes = page.getBytes(UTF_8);
    var raw =
        RawArticle.newBuilder()
            .setDocument(Keys.document("news/" + path))
            .setContent(ByteBuffer.wrap(bytes))
            .setBytes(bytes.length)
            .setSha256("0".repeat(64))
            .build();
    byte[] value = Wire.singleObject().serde(RawArticle.class).serializer().serialize("", raw);
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("line.articles.raw", "news/" + path, value)).get();
    }
    raws++;
    patiently()
        .until(() -> {
          JsonNode ledger = commands.ledger();
          return ledger.get("raw").asInt() == raws && ledger.get("pending").asInt() == 0;
        });
  }

  private void takes(String topic, int bytes) throws Exception {
    var config =
        new AlterConfigOp(
            new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
            AlterConfigOp.OpType.SET);
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(config))).all().get();
    }
  }

  private String reason(String path) {
    patiently().until(() -> explained(path).at("/outcome/kind").asText().equals("REJECTED"));
    return explained(path).at("/outcome/reason").asText();
  }

  /** A thread that is replaced says so, and is no failure. */
  private static ConditionFactory patiently() {
    return await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(1));
  }

  private JsonNode letter(String path) {
    return explained(path).get("deadLetter");
  }

  private JsonNode explained(String path) {
    return Commands.json(commands.ok("explain", "-o", "json", path)).get(0);
  }
}
