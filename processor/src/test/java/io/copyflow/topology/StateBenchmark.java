package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.Article;
import io.copyflow.avro.Document;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.identity.ContentHash;
import io.copyflow.identity.Hashes;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.Window;
import io.copyflow.topology.Reading.Identified;
import io.copyflow.topology.avro.SightingMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What state costs: sends made-up articles, each with a content of its own, through the real
 * processors and their stores, without texts and without a cluster, and says what lies on disk
 * then, all of RocksDB's files counted, and what CPU time each twentieth of the articles took: the
 * cost of an article must not grow with the archive.
 *
 * <pre>StateBenchmark [ARTICLES] [FOLDER]</pre>
 */
public final class StateBenchmark {

  private static final int PARTITIONS = 4;
  private static final int SLICES = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long START = 1_700_000_000_000L;

  /** Raw records in a millisecond: about what one machine ingests. */
  private static final int PER_MILLISECOND = 3;

  private static final List<String> STORES =
      List.of(ArticleTopology.CLAIMS, ArticleTopology.HISTORIES, ArticleTopology.WITHDRAWN);

  private final MockProcessorContext<String, SightingMessage> claiming;
  private final MockProcessorContext<String, Object> settling;
  private final Claim claim;
  private final Settle settle;
  private final Article article;

  private StateBenchmark(Path folder) {
    var properties = new Properties();
    properties.put("application.id", "state-benchmark");
    properties.put("bootstrap.servers", "localhost:1");
    properties.put("rocksdb.config.setter", StoreTuning.class.getName());
    var task = new TaskId(0, 0);
    claiming = new MockProcessorContext<>(properties, task, folder.toFile());
    settling = new MockProcessorContext<>(properties, task, folder.toFile());
    settling.setCurrentSystemTimeMs(START);
    open(ArticleTopology.CLAIMS, claiming);
    open(ArticleTopology.HISTORIES, settling);
    open(ArticleTopology.WITHDRAWN, settling);
    claim = new Claim(recall(), Window.NONE);
    claim.init(claiming);
    settle = new Settle(recall(), new Verdicts("raw", "1"), Dedup.STANDARD, PipelineObserver.NONE);
    settle.init(cast(settling));
    article = template();
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("state");
    long begin = System.nanoTime();
    new StateBenchmark(folder).fill(articles);
    double micros = (System.nanoTime() - begin) / 1e3 / articles;
    long bytes = size(folder);
    System.out.printf(
        "%,d articles: %,d bytes, %.1f bytes an article, %.1f µs an article%n",
        articles, bytes, (double) bytes / articles, micros);
    for (String store : STORES) {
      long part = size(folder.resolve("rocksdb").resolve(store));
      System.out.printf("  %-14s %.1f bytes an article%n", store, (double) part / articles);
    }
    delete(folder);
  }

  private void fill(int articles) {
    int slice = Math.max(1, articles / SLICES);
    long begin = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < articles; i++) {
      if (i > 0 && i % slice == 0) {
        begin = tell(i, slice, begin);
      }
      claim.process(record(i));
      for (var claimed : claiming.forwarded()) {
        settle.process(StateBenchmark.<Record<String, SightingMessage>>cast(claimed.record()));
      }
      claiming.resetForwards();
      settling.resetForwards();
    }
    STORES.forEach(name -> close(store(name)));
  }

  /**
   * CPU time of the thread in the slice before; RocksDB writes and compacts on threads of its own.
   */
  private static long tell(int articles, int slice, long begin) {
    long now = THREADS.getCurrentThreadCpuTime();
    System.out.printf(
        "  to %,d: %.1f µs of CPU an article%n", articles, (now - begin) / 1e3 / slice);
    return THREADS.getCurrentThreadCpuTime();
  }

  private Record<String, SightingMessage> record(int number) {
    Hashes content = hash("content " + number);
    String articleId = "u:" + content.folded().value().substring(40, 67) + "00000";
    var raw =
        new RawKey(
            START + number / PER_MILLISECOND,
            "archive/" + number,
            number % PARTITIONS,
            number / PARTITIONS);
    article.setArticleId(articleId);
    var facts = new Facts(raw, content, hash("title " + number), null, "dw");
    var reading = new Identified(articleId, facts, Articles.toBytes(article), Gaps.NONE);
    return new Record<>(
        content.folded().value(),
        Messages.read(reading, Attempts.FIRST, Trigger.LIVE),
        raw.timestamp());
  }

  private static Hashes hash(String text) {
    try {
      var hash =
          ContentHash.ofDigest(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
      return new Hashes(hash, hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** An article without text: what travels does not matter to what is kept. */
  private static Article template() {
    return Article.newBuilder()
        .setArticleId("")
        .setRevision(0)
        .setContentHash("v1:" + HexFormat.of().formatHex(new byte[32]))
        .setTitleHash("v1:" + HexFormat.of().formatHex(new byte[32]))
        .setDocument(new Document("archive", "a"))
        .setText("")
        .setCharacters(0)
        .setWords(0)
        .setExtractor(new ExtractorInfo("copyflow", "1", null))
        .setRaw(new Verdicts("raw", "1").position(new io.copyflow.identity.RawRef(0, 0, 0)))
        .build();
  }

  private static Recall recall() {
    RawLog nothing =
        (partition, offset) -> {
          throw new AssertionError("nothing has to be recalled");
        };
    return new Recall(null, new RecentReadings(0), nothing);
  }

  private void open(String name, MockProcessorContext<?, ?> context) {
    KeyValueStore<Bytes, byte[]> store =
        ArticleTopology.store(name).withLoggingDisabled().withCachingDisabled().build();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
  }

  private StateStore store(String name) {
    return (name.equals(ArticleTopology.CLAIMS) ? claiming : settling).getStateStore(name);
  }

  private static void close(StateStore store) {
    store.flush();
    store.close();
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
