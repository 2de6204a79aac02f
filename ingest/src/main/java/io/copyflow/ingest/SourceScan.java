package io.copyflow.ingest;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.ingest.archive.ArchiveReader;
import io.copyflow.ingest.archive.Member;
import io.copyflow.ingest.archive.MemberVisitor;
import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.FileReader;
import io.copyflow.ingest.files.FolderWalk;
import io.copyflow.ingest.files.Packing;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.Told;
import io.copyflow.ingest.files.WalkVisitor;
import io.copyflow.ingest.send.Delivery;
import io.copyflow.topics.Keys;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one source: what is new or changed is sent, in the order of the keys, and the
 * members of an archive in its own.
 */
final class SourceScan implements WalkVisitor, MemberVisitor {

  private final Source source;
  private final IngestSettings settings;
  private final FileReader reader;
  private final ArchiveReader archives;
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
    boolean named = source.isArchive() || !source.files().isEmpty();
    var access = new FileAccess(settings.walk().followLinks() || named);
    this.reader = new FileReader(settings.maxFileBytes(), access);
    this.archives = new ArchiveReader(settings.walk(), access, settings.maxFileBytes());
  }

  /** Sends and commits; stopped early, it commits what it has sent. */
  void run() {
    var walk = new FolderWalk(settings.walk(), this);
    if (source.isArchive()) {
      archives.read(source.base(), "", this);
    } else if (source.files().isEmpty()) {
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
    Packing packing = settings.walk().packing(path);
    if (packing.isArchive()) {
      archives.read(file, path + "/", this);
    } else if (packing == Packing.GZIP) {
      document(path, FileNames.shown(file), bytes, () -> archives.readPacked(file));
    } else {
      document(path, FileNames.shown(file), bytes, () -> reader.read(file));
    }
  }

  @Override
  public void member(Member member) {
    account.found(1);
    document(member.path(), member.place(), member.bytes(), member::read);
  }

  private void document(String path, String place, long bytes, Supplier<ReadResult> reading) {
    if (bytes > settings.maxFileBytes()) {
      // Hashing a huge file may take longer than a transaction may stay open.
      delivery.commit();
    }
    var document = new Document(source.name(), path);
    ReadResult result = reading.get();
    if (result instanceof ReadResult.Whole whole) {
      var content = ByteBuffer.wrap(whole.content());
      settle(document, content, content.remaining(), whole.sha256(), whole.told());
    } else if (result instanceof ReadResult.TooLarge large) {
      settle(document, null, large.bytes(), large.sha256(), large.told());
    } else if (result instanceof ReadResult.Failed failed) {
      leftOut(place, failed.reason());
    }
    delivery.commitIfDue();
  }

  private void settle(
      Document document, @Nullable ByteBuffer content, long bytes, Sha256 sha256, Told told) {
    if (delivery.isSent(Keys.of(document), sha256)) {
      account.unchanged();
    } else {
      delivery.send(
          RawArticle.newBuilder()
              .setDocument(document)
              .setContent(content)
              .setBytes(bytes)
              .setSha256(sha256.hex())
              .setMediaType(told.mediaType())
              .setUrl(told.url())
              .setFileTime(told.fileTime())
              .build());
      account.sent(content == null ? 0 : bytes, content == null);
    }
  }

  @Override
  public void leftOut(Path file, String reason) {
    leftOut(FileNames.shown(file), reason);
  }

  @Override
  public void leftOut(String place, String reason) {
    account.leftOut(place, reason);
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
