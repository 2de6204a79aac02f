package io.copyflow.ingest;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.Told;
import io.copyflow.ingest.lifecycle.Lifecycle;
import io.copyflow.ingest.send.Delivery;
import io.copyflow.topics.Keys;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one source: what is new or changed is sent, in the order in which it is read. Files
 * are read and hashed on a thread of their own, some ahead of the one that packs and commits.
 */
final class SourceScan {

  /** What a commit takes to come back, at the speed of a disk. */
  private static final int AHEAD_BYTES = 8 << 20;

  /** How often a commit is thought of while nothing comes: a huge file is hashed, say. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Source source;
  private final IngestSettings settings;
  private final Gate gate;
  private final Delivery delivery;
  private final Lifecycle lifecycle;
  private final Account account;
  private final BooleanSupplier stopped;

  SourceScan(
      Source source,
      IngestSettings settings,
      Gate gate,
      Delivery delivery,
      Lifecycle lifecycle,
      Account account,
      BooleanSupplier stopped) {
    this.source = source;
    this.settings = settings;
    this.gate = gate;
    this.delivery = delivery;
    this.lifecycle = lifecycle;
    this.account = account;
    this.stopped = stopped;
  }

  /** Sends all that is new, and commits; stopped early, it commits what it has sent. */
  void run() {
    run(SourceReader::readAll);
  }

  /** The same for what lies at some paths of the source. */
  void run(Collection<Path> changed) {
    run(reader -> reader.read(changed));
  }

  private void run(Consumer<SourceReader> reading) {
    try (var ahead = new ReadAhead<Runnable>(AHEAD_BYTES, items -> read(reading, items))) {
      ahead.drain(Runnable::run, PAUSE, delivery::commitIfDue);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    delivery.commit();
  }

  /** On the reader's thread; all else happens where its items are taken. */
  private void read(Consumer<SourceReader> reading, ReadAhead<Runnable> items) {
    reading.accept(new SourceReader(source, settings, gate, lifecycle, new Ahead(items), stopped));
  }

  private final class Ahead implements SourceReader.Listener {

    private final ReadAhead<Runnable> items;

    Ahead(ReadAhead<Runnable> items) {
      this.items = items;
    }

    @Override
    public void read(String path, ReadResult result, long passed) {
      int held = result instanceof ReadResult.Whole whole ? whole.content().length : 0;
      items.put(() -> settle(path, result, passed), held);
    }

    @Override
    public void leftOut(String place, String reason) {
      items.put(() -> account.leftOut(place, reason), 0);
    }

    @Override
    public void ignored() {
      items.put(account::ignored, 0);
    }

    @Override
    public void passed(long bytes) {
      if (bytes > 0) {
        items.put(() -> account.passed(bytes), 0);
      }
    }

    @Override
    public void finished(FileInHand file) {
      if (file.isToBeFinished()) {
        items.put(() -> file.finish(delivery), 0);
      }
    }
  }

  private void settle(String path, ReadResult result, long passed) {
    var document = new Document(source.name(), path);
    if (result instanceof ReadResult.Whole whole) {
      var content = ByteBuffer.wrap(whole.content());
      settle(document, content, content.remaining(), whole.sha256(), whole.told());
    } else if (result instanceof ReadResult.TooLarge large) {
      settle(document, null, large.bytes(), large.sha256(), large.told());
    }
    account.passed(passed);
    delivery.commitIfDue();
  }

  private void settle(
      Document document, @Nullable ByteBuffer content, long bytes, Sha256 sha256, Told told) {
    if (delivery.isSent(Keys.of(document), sha256)) {
      account.unchanged(bytes);
    } else {
      delivery.send(
          new RawArticle(
              document,
              content,
              bytes,
              sha256.hex(),
              told.mediaType(),
              null,
              told.url(),
              told.fileTime()));
      account.sent(bytes, content == null);
    }
  }
}
