package io.copyflow.ledger;

import io.copyflow.ledger.sort.ExternalSort;
import io.copyflow.ledger.sort.Groups;
import io.copyflow.ledger.sort.TempSpace;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a cluster: every raw record against its outcome, as committed when the reading
 * starts. Reads topics from their beginning, in one pass, and writes nothing there. Takes the
 * memory that its settings allow and temporary files, however many records there are. Used by one
 * thread, but for {@link #stop}.
 */
public final class Ledger {

  private final Topics topics;
  private final Wire wire;
  private final Map<String, Object> kafka;
  private final LedgerSettings settings;
  private volatile boolean stopped;
  private volatile @Nullable TopicReader reading;

  /**
   * A ledger over a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public Ledger(Topics topics, Wire wire, Map<String, Object> kafka, LedgerSettings settings) {
    this.topics = topics;
    this.wire = wire;
    this.kafka = Map.copyOf(kafka);
    this.settings = settings;
  }

  /**
   * Counts raw records and outcomes, in all, by source and by day.
   *
   * @throws CancellationException after {@link #stop}
   * @throws io.copyflow.ledger.sort.TempSpaceException when temporary files cannot be kept
   */
  public Balance balance() {
    var balance = new Balance();
    try (var positions = new ExternalSort(settings.memoryBytes(), space())) {
      read(List.of(topics.raw(), topics.outcomes()), new Counting(topics, wire, positions));
      groups().walk(positions, Evidence::from, Evidence::raw, at -> new CountedGroup(balance));
    }
    return balance;
  }

  /**
   * Proves the invariants. On a pipeline at rest one reading tells. If records come in meanwhile,
   * what is under way looks broken: then the topics are read a second time, and only what both
   * readings found counts. A raw record that the processor has yet to reach is pending, and no
   * violation; while some are between two of its steps, or wait to be read again, nobody can tell
   * who owns a content.
   *
   * @param application the processor's name on the cluster
   * @param each takes the violations, by invariant and file, once all are known
   * @throws CancellationException after {@link #stop}
   * @throws io.copyflow.ledger.sort.TempSpaceException when temporary files cannot be kept
   */
  public Verified verify(String application, Consumer<Violation> each) {
    var space = space();
    var counting = new Counted(each);
    try (var first = findings(space);
        var second = findings(space)) {
      var once = prove(application, space, first);
      if (!once.moving() || first.isEmpty()) {
        first.forEach(counting);
        return once.verified(counting.count, once.moving(), space.peakBytes());
      }
      var again = prove(application, space, second);
      second.forEachIn(first, counting);
      return again.verified(counting.count, true, space.peakBytes());
    }
  }

  /** Ends what runs, with a {@link CancellationException}; for another thread. */
  public void stop() {
    stopped = true;
    TopicReader open = reading;
    if (open != null) {
      open.stop();
    }
  }

  private record Proven(Balance balance, boolean moving, boolean settled) {

    Verified verified(long violations, boolean everMoving, long tempBytes) {
      return new Verified(balance, violations, everMoving, settled, tempBytes);
    }
  }

  private static final class Counted implements Consumer<Violation> {

    private final Consumer<Violation> each;
    private long count;

    Counted(Consumer<Violation> each) {
      this.each = each;
    }

    @Override
    public void accept(Violation violation) {
      count++;
      each.accept(violation);
    }
  }

  private Proven prove(String application, TempSpace space, Findings findings) {
    // Before the reading, which then sees the outcomes of all that it names as done.
    var reach = Reach.now(kafka, application, topics);
    try (var proof = new Proof(topics, reach, settings.window(), share(), space, findings)) {
      var all =
          List.of(
              topics.outcomes(),
              topics.articles(),
              topics.deadLetters(),
              topics.withdrawals(),
              topics.raw());
      boolean moving = read(all, new Gathering(proof, wire));
      return new Proven(proof.conclude(groups()), moving, reach.settled());
    }
  }

  /** Whether more was written by the time that all was read. */
  private boolean read(List<TopicSpec> specs, Consumer<ConsumerRecord<String, byte[]>> each) {
    try (var reader = new TopicReader(specs.stream().map(TopicSpec::name).toList(), kafka)) {
      reading = reader;
      endIfStopped();
      reader.untilEnd(Long.MAX_VALUE, each);
      endIfStopped();
      return reader.hasGrown();
    } finally {
      reading = null;
    }
  }

  private void endIfStopped() {
    if (stopped) {
      throw new CancellationException("interrupted");
    }
  }

  private Groups groups() {
    return new Groups(() -> stopped);
  }

  private Findings findings(TempSpace space) {
    return new Findings(share(), space);
  }

  private long share() {
    return settings.memoryBytes() / Proof.SHARES;
  }

  private TempSpace space() {
    return new TempSpace(settings.tempDir(), LedgerSettings.TEMP_DIR);
  }
}
