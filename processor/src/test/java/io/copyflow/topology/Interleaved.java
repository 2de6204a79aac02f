package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.Cause;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.Reread;
import io.copyflow.topics.Keys;
import io.copyflow.topology.avro.SightingMessage;
import io.copyflow.wire.Wire;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The topology's processors as tasks of two partitions each, with the topics between them as
 * queues: which task goes on is chance, as it is on a cluster. A task takes a record and sends what
 * comes of it in one step, as a transaction does.
 */
final class Interleaved {

  static final int PARTITIONS = 2;

  private static final Seldom REFUSALS =
      new Seldom(LoggerFactory.getLogger(Interleaved.class), Level.DEBUG, "refused");

  private static final Properties NO_CONFIG = new Properties();
  private static final Serde<SightingMessage> MESSAGES =
      Wire.singleObject().serde(SightingMessage.class);

  private final Dedup dedup;
  private final List<RawLog.Raw> raws = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final Map<String, Outcome> outcomes = new TreeMap<>();
  private final Map<String, Article> articles = new TreeMap<>();
  private final Map<String, Article> lastWritten = new HashMap<>();
  private final Set<String> buried = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private Rules rules;

  Interleaved(Dedup dedup, Rules rules) {
    this.dedup = dedup;
    this.rules = rules;
    var verdicts = new Verdicts("raw", "1");
    Rules today = (raw, value) -> this.rules.read(raw, value);
    for (int i = 0; i < PARTITIONS; i++) {
      tasks.add(new Reading(i, today));
    }
    for (int i = 0; i < PARTITIONS; i++) {
      tasks.add(task(new Claim(recall(today), dedup.window()), ArticleTopology.CLAIMS));
    }
    for (int i = 0; i < PARTITIONS; i++) {
      tasks.add(
          task(
              new Settle(recall(today), verdicts, dedup, PipelineObserver.NONE),
              dedup.histories(),
              ArticleTopology.WITHDRAWN));
    }
  }

  private Recall recall(Rules today) {
    return new Recall(today, new RecentReadings(0), this::raw);
  }

  private RawLog.Raw raw(int partition, long offset) {
    return raws.get((int) offset * PARTITIONS + partition);
  }

  /** A raw record comes in, in the partition whose turn it is. */
  void ingest(String document, long time, byte[] value) {
    var raw = new RawLog.Raw(document, value, time, new RecordHeaders());
    reading(raws.size() % PARTITIONS).came.add(raw);
    raws.add(raw);
  }

  /** From now on records are read by other rules. */
  void setRules(Rules rules) {
    this.rules = rules;
  }

  /** Asks for a raw record to be read again, if it has an outcome. */
  void readAgain(int number) {
    Outcome outcome = outcomes.get(number % PARTITIONS + "-" + number / PARTITIONS);
    if (outcome != null) {
      reading(number % PARTITIONS).again.add(request(outcome));
    }
  }

  private static Reread request(Outcome outcome) {
    String folded =
        outcome.getFoldedHash() == null ? outcome.getContentHash() : outcome.getFoldedHash();
    return Reread.newBuilder()
        .setRaw(outcome.getRaw())
        .setDocument(outcome.getDocument())
        .setCause(Cause.REPROCESS)
        .setGeneration("g")
        .setAttempt(outcome.getAttempt() + 1)
        .setPrevious(
            folded == null
                ? null
                : new PreviousReading(Objects.requireNonNull(outcome.getArticleId()), folded))
        .setRequestedAt(Instant.EPOCH)
        .build();
  }

  /** One task, whichever, takes its next record; false when none has one. */
  boolean step(Random random) {
    var ready = tasks.stream().filter(Task::isReady).toList();
    if (ready.isEmpty()) {
      return false;
    }
    ready.get(random.nextInt(ready.size())).step(random);
    return true;
  }

  /** Until nothing is under way. */
  void drain(Random random) {
    int steps = 0;
    while (step(random)) {
      if (steps++ > 100_000) {
        throw new AssertionError("it never ends");
      }
    }
  }

  Map<String, Outcome> outcomes() {
    return outcomes;
  }

  Map<String, Article> articles() {
    return articles;
  }

  /** What was written twice, or out of order. */
  List<String> faults() {
    return faults;
  }

  private Reading reading(int partition) {
    return (Reading) tasks.get(partition);
  }

  private Task task(Processor<String, SightingMessage, ?, ?> processor, String... stores) {
    return new Between(processor, stores);
  }

  /** A task, and the records that wait for it. */
  private abstract static class Task {

    abstract boolean isReady();

    abstract void step(Random random);
  }

  private final class Between extends Task {

    private final Queue<Record<String, byte[]>> waiting = new ArrayDeque<>();
    private final MockProcessorContext<Object, Object> context;
    private final Processor<String, SightingMessage, ?, ?> processor;

    Between(Processor<String, SightingMessage, ?, ?> processor, String... stores) {
      this.processor = processor;
      this.context = context(stores);
      init(processor, context);
    }

    @Override
    boolean isReady() {
      return !waiting.isEmpty();
    }

    @Override
    void step(Random random) {
      Record<String, byte[]> next = waiting.remove();
      SightingMessage message = MESSAGES.deserializer().deserialize("", next.value());
      processor.process(new Record<>(next.key(), message, next.timestamp()));
      send(context, this);
    }
  }

  private final class Reading extends Task {

    private final Queue<RawLog.Raw> came = new ArrayDeque<>();
    private final Queue<Reread> again = new ArrayDeque<>();
    private final int partition;
    private final MockProcessorContext<Object, Object> context = context(ArticleTopology.REREADS);
    private final Extract extract;
    private final ReadAgain readAgain;
    private long offset;

    Reading(int partition, Rules today) {
      this.partition = partition;
      var recent = new RecentReadings(0);
      extract = new Extract(today, recent, Pace.FULL, PipelineObserver.NONE, REFUSALS);
      readAgain =
          new ReadAgain(
              today, recent, Interleaved.this::raw, (topic, bytes) -> Requests.fromBytes(bytes));
      init(extract, context);
      init(readAgain, context);
    }

    @Override
    boolean isReady() {
      return !came.isEmpty() || !again.isEmpty();
    }

    @Override
    void step(Random random) {
      context.setRecordMetadata("raw", partition, offset);
      if (came.isEmpty()) {
        readAgain.process(new Record<>("", Requests.toBytes(again.remove()), 0));
      } else {
        RawLog.Raw raw = came.remove();
        extract.process(new Record<>(raw.key(), raw.value(), raw.timestamp()));
        offset++;
      }
      send(context, this);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Whatever a processor sends, the context takes.
  private static void init(Processor processor, MockProcessorContext<Object, Object> context) {
    processor.init((MockProcessorContext) context);
  }

  private static MockProcessorContext<Object, Object> context(String... stores) {
    var context = new MockProcessorContext<Object, Object>(NO_CONFIG);
    context.setCurrentSystemTimeMs(0);
    for (String name : stores) {
      KeyValueStore<Bytes, byte[]> store =
          Stores.keyValueStoreBuilder(
                  Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
              .withLoggingDisabled()
              .build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
    return context;
  }

  private void send(MockProcessorContext<Object, Object> context, Task from) {
    for (var forwarded : context.forwarded()) {
      send((Record<?, ?>) forwarded.record(), from);
    }
    context.resetForwards();
  }

  private void send(Record<?, ?> record, Task from) {
    String key = (String) record.key();
    if (record.value() instanceof SightingMessage message) {
      int stage = from instanceof Reading ? PARTITIONS : 2 * PARTITIONS;
      var to = (Between) tasks.get(stage + Math.floorMod(key.hashCode(), PARTITIONS));
      byte[] bytes = MESSAGES.serializer().serialize("", message);
      to.waiting.add(new Record<>(key, bytes, record.timestamp()));
    } else if (record.value() instanceof Outcome outcome) {
      told(key, outcome);
    } else if (record.value() instanceof Reread request) {
      reading(request.getRaw().getPartition()).again.add(request);
    } else if (record.value() instanceof DeadLetter letter) {
      if (!buried.add(Keys.of(letter.getRaw()) + " " + letter.getAttempt())) {
        faults.add("two dead letters: " + letter);
      }
    } else {
      published(key, (Article) record.value());
    }
  }

  private void told(String key, Outcome outcome) {
    Outcome before = outcomes.put(key, outcome);
    if (outcome.equals(before)) {
      faults.add("told twice: " + outcome);
    } else if (before != null && before.getAttempt() > outcome.getAttempt()) {
      faults.add("told too late: " + outcome + " after " + before);
    }
  }

  private void published(String key, Article article) {
    if (Objects.equals(article, lastWritten.put(key, article)) && article != null) {
      faults.add("published twice: " + article);
    }
    if (article == null) {
      articles.remove(key);
    } else {
      articles.put(key, article);
    }
  }
}
