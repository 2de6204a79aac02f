package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.avro.Article;
import io.copyflow.extract.Extractor;
import io.copyflow.topics.Topics;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineStoppedException;
import io.copyflow.topology.ProcessorSettings;
import io.copyflow.wire.Wire;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A step behind the dedup stores fails once, after an article's content was claimed and before the
 * article is out. Where stores and output are not committed together, the next try finds the
 * content known, calls the article a copy of itself, and it is lost for good.
 *
 * <p>{@code -Ddrill.fail.files=20000} makes it longer.
 */
@Timeout(1200)
@Tag("drill")
class FailOnceTest {

  private static final int FILES = Integer.getInteger("drill.fail.files", 200);
  private static final int ARTICLES_BEFORE = FILES / 5;
  private static final String PREFIX = "failing.";

  @TempDir Path directory;

  @Test
  void failureBehindTheStores_losesNothing() throws Exception {
    Path archive = Arrivals.generate(directory, FILES, 3);
    var alone = Commands.over(directory, directory.resolve("alone"));
    alone.ok("run", "--once", "-o", "json", archive.toString());

    try (var broker = OpenBroker.in(directory.resolve("broker"))) {
      var cluster = Commands.on(directory, broker.address(), PREFIX);
      cluster.ok("topics", "--create");
      cluster.ok("ingest", archive.toString());
      failOnce(broker.address());
      goOn(broker.address());

      cluster.ok("ledger", "--verify", "--manifest", Arrivals.manifest(archive).toString());
      assertThat(cluster.digest()).isEqualTo(alone.digest());
      System.out.printf(
          "drill: failed after %d articles of %d files, lost 0, doubled 0, the same digest%n",
          ARTICLES_BEFORE, FILES);
    }
  }

  private void failOnce(String broker) {
    var articles = new AtomicInteger();
    try (var pipeline = pipeline(broker, new FailingWire(articles))) {
      pipeline.start();

      assertThatThrownBy(pipeline::awaitStopped).isInstanceOf(PipelineStoppedException.class);
      assertThat(articles).hasValue(ARTICLES_BEFORE + 1);
    }
  }

  private void goOn(String broker) throws InterruptedException {
    try (var pipeline = pipeline(broker, Wire.singleObject())) {
      pipeline.start();
      pipeline.awaitDrained();
    }
  }

  private Pipeline pipeline(String broker, Wire wire) {
    var settings =
        ProcessorSettings.of(
            Map.of("process.threads", 1),
            directory.resolve("state"),
            Map.of("bootstrap.servers", broker));
    var topics = new Topics(PREFIX, Topics.DEFAULT_PARTITIONS);
    return new Pipeline(settings, topics, wire, Extractor.standard());
  }

  /** Writes some articles, then fails on one. */
  private record FailingWire(AtomicInteger articles) implements Wire {
    @Override
    public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
      Serde<T> serde = Wire.singleObject().serde(type);
      return type == Article.class
          ? Serdes.serdeFrom(
              (topic, value) -> {
                if (articles.incrementAndGet() > ARTICLES_BEFORE) {
                  throw new IllegalStateException("staged failure behind the stores");
                }
                return serde.serializer().serialize(topic, value);
              },
              serde.deserializer())
          : serde;
    }
  }
}
