package io.copyflow.topology;

import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REJECTED;
import static io.copyflow.topology.Line.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.Stage;
import io.copyflow.wire.RegistryUnavailableException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures that no step catches, as Kafka Streams hands them to its handlers. */
class FailuresTest {

  private static final String URL = "https://news.example/ferry";
  private static final String TEXT =
      "The harbour ferry returned to service on Monday after eleven weeks in the repair yard.";
  private static final byte[] POISON = "poison".getBytes(UTF_8);

  @TempDir Path stateDir;
  private Line line;

  @BeforeEach
  void start() {
    line = new Line(stateDir);
  }

  @AfterEach
  void stop() {
    line.close();
  }

  @Test
  void rawRecordOnWhichReadingFails_isADeadLetter_andTheNextIsRead() {
    failOnPoison(new IllegalStateException("the \u001b[2J defect"));
    var headers = new RecordHeaders().add("from", "a test".getBytes(UTF_8));

    line.sendBytes("test/poison", 7, POISON, headers);
    line.ingest("ferry", 8, file("Ferry returns", URL, TEXT));

    Outcome outcome = line.outcome("poison");
    assertThat(outcome.getKind()).isEqualTo(REJECTED);
    assertThat(outcome.getReason()).isEqualTo("EXTRACTOR_FAILED");
    assertThat(outcome.getIngestedAt().toEpochMilli()).isEqualTo(7);
    DeadLetter letter = line.deadLetters().get(0);
    assertThat(letter.getRaw()).isEqualTo(outcome.getRaw());
    assertThat(letter.getStage()).isEqualTo(Stage.EXTRACT);
    assertThat(letter.getDetail()).contains("defect").doesNotContain("\u001b");
    assertThat(letter.getContent()).isEqualTo(ByteBuffer.wrap(POISON));
    assertThat(letter.getHeaders()).extracting(header -> header.getName()).containsExactly("from");
    assertThat(line.outcome("ferry").getKind()).isEqualTo(NEW);
    assertThat(line.stopped()).isNull();
  }

  @Test
  void hundredsOfTheSamePoison_areAsManyDeadLetters() {
    failOnPoison(new IllegalStateException("a defect"));

    for (int i = 0; i < 300; i++) {
      line.sendBytes("test/poison-" + i, i, POISON);
    }

    assertThat(line.outcomes()).hasSize(300).allMatch(outcome -> outcome.getKind() == REJECTED);
    assertThat(line.deadLetters()).hasSize(300);
  }

  @Test
  void whatTheWorldDoes_isHeldAgainstNoRecord() {
    failOnPoison(new RegistryUnavailableException("the registry does not answer"));

    assertThatThrownBy(() -> line.sendBytes("test/poison", 7, POISON))
        .isInstanceOf(StreamsException.class);

    assertThat(line.outcomes()).isEmpty();
    assertThat(line.stopped())
        .isEqualTo("extract failed on copyflow.articles.raw 0-0: the registry does not answer");
  }

  @Test
  void damageBetweenSteps_stopsTheProcessor() {
    String between = "copyflow-by-content-repartition";

    assertThatThrownBy(() -> line.sendInternally(between, "key", POISON))
        .isInstanceOf(StreamsException.class);

    assertThat(line.stopped()).contains("failed on", between + " 0-0: ");
  }

  @Test
  void articleThatItsTopicDoesNotTakeAnyMore_isRefusedAfterAll() {
    line.ingest("ferry", 7, file("Ferry returns", URL, TEXT.repeat(100)));
    assertThat(line.outcome("ferry").getKind()).isEqualTo(NEW);

    line.limits().articleRefused(9_000, 5_000);
    // Whose copy this is takes a look at the one before, which cannot be written again.
    line.ingest("again", 8, file("Ferry is back", URL, TEXT.repeat(100)));
    line.ingest("small", 9, file("Bread", "https://news.example/bread", "Bread is sold."));

    assertThat(line.outcome("again").getReason()).isEqualTo("ARTICLE_TOO_LARGE");
    assertThat(line.outcome("small").getKind()).isEqualTo(NEW);
  }

  private void failOnPoison(RuntimeException failure) {
    Rules rules = line.rules();
    line.setRules((raw, value) -> {
      if (raw.document().contains("poison")) {
        throw failure;
      }
      return rules.read(raw, value);
    });
  }
}
