package io.copyflow.ingest;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.ingest.files.FileReader;
import io.copyflow.ingest.files.FolderWalk;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.WalkVisitor;
import io.copyflow.ingest.send.Delivery;
import io.copyflow.topics.Keys;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One pass over one source: what is new or changed is sent, in the order of the keys. */
final class SourceScan implements WalkVisitor {

  private final Source source;
  private final IngestSettings settings;
  private final FileReader reader;
  private final Delivery delivery;
  private final Account account;
  private final BooleanSupplier stopped;

  SourceScan(
      Source source,
      IngestSettings settings,
      Delivery delivery,
      Account account,
      BooleanSupplier stopped) {
    this.source = source;
    this.settings = settings;
    this.delivery = delivery;
    this.account = account;
    this.stopped = stopped;
    // Files named one by one may be links: whoever named them meant what they point to.
    this.reader =
        new FileReader(
            settings.maxFileBytes(), settings.walk().followLinks() || !source.files().isEmpty());
  }

  /** Sends and commits; stopped early, it commits what it has sent. */
  void run() {
    var walk = new FolderWalk(settings.walk(), this);
    if (source.files().isEmpty()) {
      walk.walk(source.base());
    } else {
      walk.files(source.files());
    }
    delivery.commit();
  }

  @Override
  public void found(int files) {
    account.found(files);
  }

  @Override
  public void file(String path, Path file, long bytes) {
    if (bytes > settings.maxFileBytes()) {
      // Hashing a huge file may take longer than a transaction may stay open.
      delivery.commit();
    }
    var document = new Document(source.name(), path);
    ReadResult result = reader.read(file);
    if (result instanceof ReadResult.Whole whole) {
      var content = ByteBuffer.wrap(whole.content());
      settle(document, content, content.remaining(), whole.sha256(), whole.fileTime());
    } else if (result instanceof ReadResult.TooLarge large) {
      settle(document, null, large.bytes(), large.sha256(), large.fileTime());
    } else if (result instanceof ReadResult.Failed failed) {
      leftOut(file, failed.reason());
    }
    delivery.commitIfDue();
  }

  private void settle(
      Document document,
      @Nullable ByteBuffer content,
      long bytes,
      Sha256 sha256,
      Instant fileTime) {
    if (delivery.isSent(Keys.of(document), sha256)) {
      account.unchanged();
    } else {
      delivery.send(
          RawArticle.newBuilder()
              .setDocument(document)
              .setContent(content)
              .setBytes(bytes)
              .setSha256(sha256.hex())
              .setFileTime(fileTime)
              .build());
      account.sent(content == null ? 0 : bytes, content == null);
    }
  }

  @Override
  public void leftOut(Path file, String reason) {
    account.leftOut(file, reason);
  }

  @Override
  public void ignored() {
    account.ignored();
  }

  @Override
  public boolean stopped() {
    return stopped.getAsBoolean();
  }
}
