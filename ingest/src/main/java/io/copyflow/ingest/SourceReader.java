package io.copyflow.ingest;

import io.copyflow.ingest.archive.ArchiveReader;
import io.copyflow.ingest.archive.Member;
import io.copyflow.ingest.archive.MemberVisitor;
import io.copyflow.ingest.files.Fault;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.FileReader;
import io.copyflow.ingest.files.FolderWalk;
import io.copyflow.ingest.files.Packing;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.WalkVisitor;
import io.copyflow.ingest.lifecycle.Lifecycle;
import io.copyflow.ingest.lifecycle.Ticket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Reads the documents of a source, in the order of the keys, and the members of an archive in its
 * own. Meets whom it tells on the reading thread.
 */
final class SourceReader implements WalkVisitor, MemberVisitor {

  /** Hears what a source holds. */
  interface Listener {

    /**
     * A document was read.
     *
     * @param path inside the source
     * @param result not that it failed
     * @param passed so many more bytes of files, archives packed, were gone through for it
     */
    void read(String path, ReadResult result, long passed);

    /** Something cannot be taken. */
    void leftOut(String place, String reason);

    /** Something that the policy passes over. */
    void ignored();

    /** So many more bytes were gone through, without a document. */
    void passed(long bytes);

    /** All of a file, or archive, was told. */
    void finished(FileInHand file);
  }

  private final Source source;
  private final IngestSettings settings;
  private final FileReader files;
  private final ArchiveReader archives;
  private final Gate gate;
  private final Lifecycle lifecycle;
  private final Listener listener;
  private final BooleanSupplier stopped;
  private FileInHand inHand = new FileInHand(Ticket.NONE);
  private long position;

  SourceReader(
      Source source,
      IngestSettings settings,
      Gate gate,
      Lifecycle lifecycle,
      Listener listener,
      BooleanSupplier stopped) {
    this.source = source;
    this.settings = settings;
    this.gate = gate;
    this.lifecycle = lifecycle;
    this.listener = listener;
    this.stopped = stopped;
    var access = source.access(settings.walk());
    this.files = new FileReader(settings.maxFileBytes(), access);
    this.archives = new ArchiveReader(settings.walk(), access, settings.maxFileBytes());
  }

  /** Reads all of it. */
  void readAll() {
    if (source.isArchive()) {
      archive("", source.base(), "", source.archiveBytes());
    } else {
      source.walk(walk());
    }
  }

  /** Reads what lies at some paths of a folder, as far as {@link #readAll} would. */
  void read(Collection<Path> changed) {
    walk().walk(source.base(), changed);
  }

  private FolderWalk walk() {
    return new FolderWalk(settings.walk(), lifecycle.folders(), this);
  }

  @Override
  public void folder(Path folder) {
    gate.lists(folder);
  }

  @Override
  public void file(String path, Path file, long bytes) {
    Packing packing = settings.walk().packing(path);
    if (packing.isArchive()) {
      archive(path, file, path + "/", bytes);
    } else if (gate.opens(path, file)) {
      inHand = new FileInHand(lifecycle.take(source.base(), file));
      ReadResult result = packing == Packing.GZIP ? archives.readPacked(file) : files.read(file);
      if (gate.accepts(path, file, result)) {
        hand(path, () -> FileNames.shown(file), result, bytes);
        listener.finished(inHand);
      }
      if (!(result instanceof ReadResult.Failed)) {
        gate.hasRead(path);
      }
    }
  }

  private void archive(String path, Path file, String prefix, long bytes) {
    if (gate.opens(path, file)) {
      position = 0;
      inHand = new FileInHand(lifecycle.take(source.base(), file));
      archives.read(file, prefix, this);
      if (!stopped()) {
        listener.passed(Math.max(0, bytes - position));
        listener.finished(inHand);
        if (!inHand.leftOut()) {
          gate.hasRead(path);
        }
      }
    }
  }

  /** Where it lies is worked out only for what is wrong with it: that takes a look at the file. */
  private void hand(String path, Supplier<String> place, ReadResult result, long passed) {
    if (result instanceof ReadResult.Failed failed) {
      leftOut(place.get(), failed.fault());
      listener.passed(passed);
      return;
    }
    listener.read(path, result, passed);
    if (result instanceof ReadResult.TooLarge) {
      inHand.overLimit(place.get(), settings.maxFileBytes());
    }
  }

  @Override
  public void member(Member member) {
    ReadResult result = member.read();
    long passed = member.position() - position;
    position += passed;
    hand(member.path(), member::place, result, passed);
  }

  @Override
  public void leftOut(Path file, String reason) {
    listener.leftOut(FileNames.shown(file), reason);
  }

  @Override
  public void leftOut(String place, Fault fault) {
    listener.leftOut(place, fault.reason());
    inHand.leftOut(place, fault);
  }

  @Override
  public void ignored() {
    listener.ignored();
  }

  @Override
  public boolean stopped() {
    return stopped.getAsBoolean();
  }
}
