package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.Reread;
import io.copyflow.identity.ContentHash;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.RawRef;
import io.copyflow.topics.Keys;
import io.copyflow.topology.Reading.Identified;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads a raw record again where somebody asks for it, at the task that read it at first. The new
 * reading replaces the old one, under the raw record's own time, so that in the end everything is
 * as if it had been read so at first.
 *
 * <p>What the raw record showed before has to go, and an article must not be without it in between.
 * So there are three ways:
 *
 * <ul>
 *   <li>It showed nothing: the new reading goes its usual way.
 *   <li>It stays with its article: the old content is given up where contents are claimed, and the
 *       article replaces one reading by the other. Whichever of the two messages comes first, the
 *       number of the reading tells what is out of date.
 *   <li>It leaves its article: that has to let go of it first, or its verdict could come after that
 *       of the new place. The request travels with the retraction, and comes back without a past.
 * </ul>
 *
 * <p>Each reading takes place once: a request whose number was seen is passed over. What is no
 * request, or speaks of a raw record that is not there, is passed over too.
 */
final class ReadAgain
    implements Processor<@Nullable String, byte @Nullable [], String, SpecificRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(ReadAgain.class);

  private final Seldom passedOver =
      new Seldom(LOG, Level.WARN, "a request to read a record again is passed over");
  private final Seldom notThere = new Seldom(LOG, Level.WARN, "a record cannot be read again");
  private final Rules rules;
  private final RecentReadings recent;
  private final RawLog rawLog;
  private final Deserializer<Reread> requests;
  private ProcessorContext<String, SpecificRecord> context;
  private Forwarding forwarding;
  private KeyValueStore<Bytes, byte[]> done;

  ReadAgain(Rules rules, RecentReadings recent, RawLog rawLog, Deserializer<Reread> requests) {
    this.rules = rules;
    this.recent = recent;
    this.rawLog = rawLog;
    this.requests = requests;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    this.forwarding = new Forwarding(context, recent);
    this.done = context.getStateStore(ArticleTopology.REREADS);
  }

  @Override
  public void process(Record<@Nullable String, byte @Nullable []> record) {
    try {
      Reread request = requests.deserialize("", record.value());
      if (request != null) {
        check(request);
        readAgain(request);
      }
    } catch (SerializationException | IllegalArgumentException e) {
      passedOver.say(e.getClass().getSimpleName(), e.toString(), null);
    }
  }

  private void check(Reread request) {
    int here = context.recordMetadata().orElseThrow().partition();
    if (request.getRaw().getPartition() != here || request.getRaw().getOffset() < 0) {
      throw new IllegalArgumentException(
          Keys.of(request.getRaw()) + " has its requests in another partition than " + here);
    }
    if (request.getPrevious() != null) {
      ContentHash.first64Bits(request.getPrevious().getContent());
    }
  }

  private void readAgain(Reread request) {
    RawPosition at = request.getRaw();
    var key = Bytes.wrap(Keys.of(at).getBytes(UTF_8));
    if (!Progress.of(done.get(key)).admits(request)) {
      return;
    }
    RawLog.Raw raw = find(at);
    if (raw == null) {
      return;
    }
    var document = Keys.rawDocument(raw.key(), at.getPartition(), at.getOffset());
    var rawKey = new RawKey(raw.timestamp(), Keys.of(document), at.getPartition(), at.getOffset());
    Reading reading = rules.read(rawKey, raw.value());
    boolean leaves = leaves(request.getPrevious(), reading);
    retract(request, reading, rawKey.ref(), leaves);
    if (!leaves) {
      forwarding.forward(reading, request.getAttempt(), Trigger.of(request), raw.headers());
    }
    done.put(key, new Progress(request.getAttempt(), leaves).toBytes());
  }

  private RawLog.@Nullable Raw find(RawPosition at) {
    try {
      return rawLog.at(at.getPartition(), at.getOffset());
    } catch (IllegalStateException e) {
      notThere.say(e.getClass().getSimpleName(), e.toString(), null);
      return null;
    }
  }

  /** Whether the raw record is not the article's any more that it was. */
  private static boolean leaves(@Nullable PreviousReading previous, Reading now) {
    return previous != null
        && !(now instanceof Identified found && found.articleId().equals(previous.getArticleId()));
  }

  private void retract(Reread request, Reading now, RawRef raw, boolean leaves) {
    PreviousReading previous = request.getPrevious();
    if (previous == null || !leaves && shows(now, previous)) {
      return;
    }
    Reread again = leaves ? Requests.afterwards(request) : null;
    String key = ContentHash.beginning(ContentHash.first64Bits(previous.getContent()));
    context.forward(
        new Record<>(key, Messages.retracted(previous, raw, request, again), raw.timestamp()));
  }

  private static boolean shows(Reading now, PreviousReading previous) {
    return now instanceof Identified found
        && previous.getContent().startsWith(found.facts().content().folded().beginning());
  }

  @Override
  public void close() {
    rawLog.close();
  }
}
