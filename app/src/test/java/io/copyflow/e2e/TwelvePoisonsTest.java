package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve kinds of poison among good files: each has its dead letter and its reason, all others are
 * articles. A bad address, NULs or an odd date cost no article where there is one to read; here
 * nothing else is left of the file. {@code -Dpoison.good=1000} for the long form.
 */
@Timeout(300)
@Tag("drill")
class TwelvePoisonsTest {

  private static final String PREFIX = "twelve.";
  private static final int GOOD = Integer.getInteger("poison.good", 60);
  private static final String HEADER =
      "<!--1936699200000-->\n"
          + "[Barge %d blocks canal](https://paper.example/2031/barge-%d)\n"
          + "------\n\n";

  @TempDir Path directory;

  @Test
  void poison_costsNothingButItself() throws Exception {
    Path news = Files.createDirectories(directory.resolve("news"));
    write(news);
    try (var broker = OpenBroker.in(directory.resolve("broker"));
        var line = OpenLine.on(broker, directory, "twelve")) {
      Commands commands = line.commands();
      send(broker.address(), "feed/wrong.avro", new byte[] {(byte) 0xC3, 1, 9, 9, 9});
      send(broker.address(), "feed/unknown.schema", new byte[] {0, 0, 0, 99, 99, 1, 2, 3});
      line.start();
      line.ingest(news.toString());

      assertThat(commands.ledger().at("/outcomes/NEW").asInt()).isEqualTo(GOOD);
      assertThat(commands.ledger().at("/outcomes/REJECTED").asInt()).isEqualTo(12);
      assertThat(reasons(commands)).isEqualTo(expected());
      assertThat(commands.ok("ledger", "--verify")).contains("balances");
      assertThat(commands.ok("dead-letters", "show", "feed/wrong.avro"))
          .contains("UNREADABLE_RECORD", "header      from: a test");
    }
  }

  private static Map<String, String> expected() {
    var expected = new TreeMap<String, String>();
    expected.put("news/01-empty.txt", "EMPTY_FILE");
    expected.put("news/02-picture.txt", "IMAGE");
    expected.put("news/03-thirty-megabytes.txt", "TOO_LARGE");
    expected.put("news/04-cut.txt", "UNDECODABLE_TEXT");
    expected.put("news/05-no-header.txt", "NO_HEADER");
    expected.put("news/06-two-headers.txt", "SEVERAL_ARTICLES");
    expected.put("news/07-bad-url.txt", "BAD_ADDRESS");
    expected.put("news/08-nul.txt", "NOT_TEXT");
    expected.put("news/09-nested.txt", "TOO_COMPLEX");
    expected.put("news/10-epoch.txt", "HEADER_CUT");
    expected.put("feed/wrong.avro", "UNREADABLE_RECORD");
    expected.put("feed/unknown.schema", "UNKNOWN_SCHEMA");
    return expected;
  }

  private static void write(Path news) throws Exception {
    for (int i = 0; i < GOOD; i++) {
      String body = "<p>Barge number %d blocked the canal for %d days, with wheat on board.</p>\n";
      Files.writeString(
          news.resolve("good-%04d.txt".formatted(i)), header(i) + body.formatted(i, i));
    }
    Files.writeString(news.resolve("01-empty.txt"), "");
    Files.write(
        news.resolve("02-picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    Files.write(news.resolve("03-thirty-megabytes.txt"), new byte[30 << 20]);
    byte[] whole = (header(9001) + "<p>渡轮周一恢复运营，码头上挤满了等着看热闹的人。").getBytes(UTF_8);
    Files.write(news.resolve("04-cut.txt"), Arrays.copyOf(whole, whole.length - 1));
    Files.writeString(news.resolve("05-no-header.txt"), "just words\n");
    String article = "<p>One barge in the canal, and one behind it.</p>\n\n";
    Files.writeString(
        news.resolve("06-two-headers.txt"), header(9002) + article + header(9003) + article);
    Files.writeString(
        news.resolve("07-bad-url.txt"), "[Barge](ht tp://paper example/[2031\n------\n\nBarge.\n");
    Files.write(news.resolve("08-nul.txt"), new byte[4096]);
    Files.writeString(
        news.resolve("09-nested.txt"),
        header(9004) + "<div>".repeat(100_000) + "Barge." + "</div>".repeat(100_000));
    Files.writeString(news.resolve("10-epoch.txt"), "<!--99999-->\n");
  }

  private static String header(int number) {
    return HEADER.formatted(number, number);
  }

  private static Map<String, String> reasons(Commands commands) {
    var reasons = new TreeMap<String, String>();
    commands
        .ok("dead-letters", "list", "-o", "jsonl")
        .lines()
        .map(Commands::json)
        .forEach(
            letter -> reasons.put(letter.get("document").asText(), letter.get("reason").asText()));
    return reasons;
  }

  private static void send(String bootstrapServer, String key, byte[] value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServer),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var record = new ProducerRecord<>(PREFIX + "articles.raw", key, value);
      record.headers().add("from", "a test".getBytes(UTF_8));
      producer.send(record).get();
    }
  }
}
