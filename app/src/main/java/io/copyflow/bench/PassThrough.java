package io.copyflow.bench;

import io.copyflow.avro.RawArticle;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Pipeline;
import io.copyflow.wire.Wire;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

/**
 * The floor under the pipeline: raw records are decoded, perhaps parsed, encoded and written to the
 * articles topic, exactly once, under the settings that the pipeline runs with.
 */
final class PassThrough implements Work {

  private static final Serde<RawArticle> RAW = Wire.singleObject().serde(RawArticle.class);

  private final boolean parses;
  private @Nullable KafkaStreams application;
  private @Nullable Arrival arrival;

  PassThrough(boolean parses) {
    this.parses = parses;
  }

  @Override
  public void open(Round round) throws InterruptedException {
    Settings settings = round.work();
    var running = new CountDownLatch(1);
    var processor = settings.processor(round.bootstrap(), round.stateFolder());
    application =
        new KafkaStreams(topology(settings), new StreamsConfig(Pipeline.streams(processor)));
    application.setStateListener((now, before) -> {
      if (now == KafkaStreams.State.RUNNING) {
        running.countDown();
      }
    });
    application.start();
    running.await();
    arrival =
        new Arrival(
            Admin.create(settings.client(round.bootstrap())),
            processor.applicationId(),
            settings.topics().raw().name());
    arrival.await();
  }

  private Topology topology(Settings settings) {
    var topics = settings.topics();
    var builder = new StreamsBuilder();
    builder.stream(topics.raw().name(), Consumed.with(Serdes.String(), RAW).withName("raw"))
        .peek((document, article) -> parse(article), Named.as("parse"))
        .to(topics.articles().name(), Produced.with(Serdes.String(), RAW).withName("articles"));
    return builder.build();
  }

  private void parse(RawArticle article) {
    if (parses && article.getContent() != null && Parse.parse(article) == 0) {
      throw new IllegalStateException("nothing was parsed");
    }
  }

  @Override
  public void finish() throws InterruptedException {
    if (arrival != null) {
      arrival.await();
    }
  }

  @Override
  public void close() {
    if (arrival != null) {
      arrival.close();
    }
    if (application != null) {
      application.close();
    }
  }
}
