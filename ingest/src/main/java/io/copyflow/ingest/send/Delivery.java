package io.copyflow.ingest.send;

import io.copyflow.avro.RawArticle;
import io.copyflow.ingest.failure.IngestException;
import io.copyflow.ingest.failure.SourceTakenException;
import io.copyflow.ingest.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/**
 * One source's way into Kafka. Articles go out in transactions, each with the memory that it was
 * sent, so the two cannot disagree; what is not committed when this process dies is aborted by the
 * next one and sent again. Not thread-safe.
 */
public final class Delivery implements AutoCloseable {

  /** Is told of each commit. */
  public interface Committed {
    /** So many records, with values of so many bytes, are in Kafka for good. */
    void tell(int records, long bytes);
  }

  private static final int ATTEMPTS = 5;
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final String source;
  private final Destination destination;
  private final SendClock clock;
  private final Committed committed;
  private final Pending.Packer packer;
  private final List<Pending> pending = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private Producer<byte[], byte[]> producer;
  private SentVersions sent;
  private boolean inTransaction;
  private long firstAt;
  private long pendingBytes;
  private int failures;

  /**
   * Takes over a source: aborts what a predecessor left open, fences one that still runs, and reads
   * what was sent.
   *
   * @throws IngestException when the cluster refuses
   * @throws io.copyflow.topics.ClusterUnreachableException when it does not answer
   */
  public Delivery(String source, Destination destination, SendClock clock, Committed committed) {
    this.source = source;
    this.destination = destination;
    this.clock = clock;
    this.committed = committed;
    this.packer = new Pending.Packer(destination, clock);
    this.producer = connect();
    this.sent = readSent();
  }

  /** Whether a document's last sent version is this one. */
  public boolean isSent(String key, Sha256 version) {
    return sent.has(key.getBytes(StandardCharsets.UTF_8), version);
  }

  /** Sends a version of a document; it counts once {@link #commit} has returned. */
  public void send(RawArticle article) {
    // A schema registry may be away just as the broker may.
    Pending next = destination.patience().until("to pack", () -> packer.pack(article));
    if (pending.isEmpty()) {
      firstAt = System.nanoTime();
      begin();
    }
    pending.add(next);
    pendingBytes += next.bytes();
    if (inTransaction) {
      dispatch(next);
    }
  }

  /** Commits if the transaction is large or old enough; to be called for every file looked at. */
  public void commitIfDue() {
    SendLimits limits = destination.limits();
    if (pending.size() >= limits.files()
        || pendingBytes >= limits.bytes()
        || (!pending.isEmpty() && System.nanoTime() - firstAt >= limits.interval().toNanos())) {
      commit();
    }
  }

  /**
   * Commits what was sent. Afterwards it is in Kafka for good.
   *
   * @throws SourceTakenException when another ingest has taken the source; nothing of this
   *     transaction is in Kafka then
   */
  public void commit() {
    int records = pending.size();
    while (!pending.isEmpty() && !isCommitted()) {
      sendAgain();
    }
    pending.forEach(one -> sent.put(one.key(), one.version()));
    if (records > 0) {
      committed.tell(records, pendingBytes);
    }
    pending.clear();
    pendingBytes = 0;
    failures = 0;
    afterCommit.forEach(Runnable::run);
    afterCommit.clear();
  }

  /**
   * Has something done once all that was sent so far is in Kafka for good: at once, when it is
   * already. Never, when it does not get there.
   */
  public void whenCommitted(Runnable action) {
    if (pending.isEmpty()) {
      action.run();
    } else {
      afterCommit.add(action);
    }
  }

  /** Ends without a commit: what was sent since the last one is aborted. */
  @Override
  public void close() {
    // Aborts what is open; a cluster that is away is not waited for longer than elsewhere.
    producer.close(destination.patience().atMost(CLOSING));
  }

  private boolean isCommitted() {
    if (!inTransaction) {
      return false;
    }
    try {
      destination.patience().until("to commit", () -> producer.commitTransaction());
      inTransaction = false;
      return true;
    } catch (KafkaException e) {
      recover(e);
      return false;
    }
  }

  private void sendAgain() {
    begin();
    if (inTransaction) {
      pending.forEach(this::dispatch);
    }
  }

  private void begin() {
    try {
      destination.patience().until("to send", this::metadata);
      producer.beginTransaction();
      inTransaction = true;
    } catch (KafkaException e) {
      recover(e);
    }
  }

  /** Fetched here, where waiting is told; inside a transaction a wait for it would fail it. */
  private void metadata() {
    producer.partitionsFor(destination.topics().raw().name());
    producer.partitionsFor(destination.topics().documents().name());
  }

  private void dispatch(Pending one) {
    try {
      var unusedRaw = producer.send(one.raw());
      var unusedMemory = producer.send(one.memory());
    } catch (KafkaException e) {
      // The transaction has failed with it; the commit meets the same error and recovers.
      return;
    }
  }

  /** After this, a new transaction can begin and {@code pending} is what it must hold. */
  private void recover(KafkaException failure) {
    inTransaction = false;
    refusal(failure).ifPresent(Delivery::raise);
    if (++failures >= ATTEMPTS) {
      throw new IngestException(
          "sending \"%s\" failed %d times (%s); see the broker's log, then run again"
              .formatted(source, failures, failure.getMessage()),
          failure);
    }
    try {
      destination.patience().until("to abort", () -> producer.abortTransaction());
    } catch (KafkaException | IllegalStateException e) {
      refusal(e).ifPresent(Delivery::raise);
      reopen();
    }
  }

  private Optional<RuntimeException> refusal(Throwable failure) {
    return Refusal.of(failure, source, destination.clients().cluster());
  }

  private static void raise(RuntimeException refusal) {
    throw refusal;
  }

  /** Whether the commit went through may be unknown here; what Kafka holds settles it. */
  private void reopen() {
    producer.close(Duration.ZERO);
    producer = connect();
    sent = readSent();
    pending.removeIf(one -> sent.has(one.key(), one.version()));
  }

  private Producer<byte[], byte[]> connect() {
    try {
      Producer<byte[], byte[]> made =
          destination.clients().producer(destination.transactionalId(source));
      initialise(made);
      return made;
    } catch (KafkaException e) {
      throw refusal(e).orElse(e);
    }
  }

  private void initialise(Producer<byte[], byte[]> made) {
    try {
      destination.patience().until("to begin", () -> made.initTransactions());
      var leftover = new Leftover(destination.clients(), destination.transactionalId(source));
      var topics =
          Set.of(destination.topics().raw().name(), destination.topics().documents().name());
      destination.patience().until("to begin", () -> leftover.abort(topics));
    } catch (RuntimeException e) {
      made.close(Duration.ZERO);
      throw e;
    }
  }

  private SentVersions readSent() {
    var reader =
        new SentReader(
            destination.clients(),
            destination.topics(),
            destination.wire(),
            destination.patience());
    try {
      return reader.read(source, clock);
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw refusal(e).orElse(e);
    }
  }
}
