package io.copyflow.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extractor;
import io.copyflow.identity.RawKey;
import io.copyflow.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * What reading one raw record costs, from its bytes to the encoded article, held to bounds that a
 * busy machine does not move: bytes allocated, and CPU time as a multiple of bare parses that take
 * turns with it. Never time on a clock. The bounds are generous: this finds what became dear by
 * accident; {@code copyflow bench --against} finds a tenth.
 */
class CostTest {

  /** As long as a usual article: 8 KB. */
  private static final int PARAGRAPHS = 40;

  private static final int WARM_UP = 300;
  private static final int ARTICLES = 200;
  private static final int ROUNDS = 5;

  /** 458,000 were measured, the same in every round. */
  private static final double MIN_BYTES = 100_000;

  private static final double MAX_BYTES = 700_000;

  /** 15 to 24 were measured, with the first compiler alone on a busy machine. */
  private static final double MAX_RATIO = 40;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Wire WIRE = Wire.singleObject();

  private final Reader reader =
      new Reader(
          Extractor.standard(),
          WIRE.serde(RawArticle.class).deserializer(),
          new Verdicts("raw", Extractor.VERSION),
          new RecordLimits(1 << 20));
  private int number;

  @Test
  void articleOfUsualLength_costsNoMoreThanItDid() throws IOException {
    read(records(WARM_UP));
    parse(records(WARM_UP));
    var bytes = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      List<RawArticle> records = records(ARTICLES);
      long allocated = allocated();
      long start = cpu();
      read(records);
      long ours = cpu() - start;
      bytes.add((double) (allocated() - allocated) / ARTICLES);
      start = cpu();
      parse(records);
      ratios.add((double) ours / (cpu() - start));
    }
    assertThat(Collections.min(bytes))
        .as("bytes allocated for an article")
        .isBetween(MIN_BYTES, MAX_BYTES);
    assertThat(Collections.min(ratios)).as("CPU time in bare parses").isBetween(1.0, MAX_RATIO);
  }

  private List<RawArticle> records(int count) {
    var records = new ArrayList<RawArticle>();
    for (int i = 0; i < count; i++) {
      byte[] file = file(number++);
      records.add(
          RawArticle.newBuilder()
              .setDocument(new Document("test", "ferry-" + number))
              .setContent(ByteBuffer.wrap(file))
              .setBytes(file.length)
              .setSha256("0".repeat(64))
              .build());
    }
    return records;
  }

  private static byte[] file(int number) {
    var paragraphs = new String[PARAGRAPHS];
    for (int i = 0; i < PARAGRAPHS; i++) {
      paragraphs[i] =
          "In week %d the harbour master of Brightwater wrote that ferry %d had crossed the sound"
                  .formatted(number, i)
              + " %d times, and that nobody had asked for their money back. Pier %d was right."
                  .formatted(number * PARAGRAPHS + i, i % 7);
    }
    String address = "https://example.org/ferry/" + number;
    return Line.file("The ferry returns, " + number, address, paragraphs);
  }

  private void read(List<RawArticle> records) {
    var serializer = WIRE.serde(RawArticle.class).serializer();
    for (RawArticle record : records) {
      var key = new RawKey(1_700_000_000_000L, "test/ferry", 0, number);
      assertThat(reader.read(key, serializer.serialize("", record)))
          .isInstanceOf(Reading.Identified.class);
    }
  }

  private static void parse(List<RawArticle> records) throws IOException {
    for (RawArticle record : records) {
      var content = new ByteArrayInputStream(record.getContent().array());
      assertThat(Jsoup.parse(content, null, "").childrenSize()).isPositive();
    }
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
