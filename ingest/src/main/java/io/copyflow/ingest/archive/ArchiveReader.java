package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Fault;
import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Reasons;
import io.copyflow.ingest.files.Stamp;
import io.copyflow.ingest.files.WalkPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the documents out of archives, in the archive's own order. Holds one member at a time, and
 * that only up to the size limit; of a zip file, its directory, too. Archives inside archives are
 * documents like any other member. Nothing that is wrong with an archive ends more than its own
 * reading: what cannot be taken is handed to the visitor with its reason.
 */
public final class ArchiveReader {

  private final WalkPolicy policy;
  private final FileAccess access;
  private final int maxBytes;
  private final Unpacking unpacking;

  /**
   * A reader.
   *
   * @param policy which members are taken
   * @param access how the archives are opened
   * @param maxBytes larger members are hashed and not held
   */
  public ArchiveReader(WalkPolicy policy, FileAccess access, int maxBytes) {
    this(policy, access, maxBytes, new Unpacking(access));
  }

  ArchiveReader(WalkPolicy policy, FileAccess access, int maxBytes, Unpacking unpacking) {
    this.policy = policy;
    this.access = access;
    this.maxBytes = maxBytes;
    this.unpacking = unpacking;
  }

  /**
   * Reads an archive.
   *
   * @param prefix what its members' paths begin with: its own path and a slash, or nothing
   * @param visitor meets the members
   */
  public void read(Path file, String prefix, MemberVisitor visitor) {
    fault(file, prefix, visitor).ifPresent(fault -> visitor.leftOut(FileNames.shown(file), fault));
  }

  /** Reads a file that gzip has packed, as the one document that it is. */
  public ReadResult readPacked(Path file) {
    try {
      Stamp before = access.stamp(file);
      ReadResult result = packed(file, before);
      return before.equals(access.stamp(file)) ? result : new ReadResult.Failed(Reasons.UNSTABLE);
    } catch (IOException e) {
      return new ReadResult.Failed(Reasons.of(e));
    }
  }

  private ReadResult packed(Path file, Stamp stamp) {
    try {
      return unpacking.document(file, stamp, maxBytes);
    } catch (IOException | RuntimeException e) {
      return new ReadResult.Failed(Damage.of(e));
    }
  }

  /** What is wrong with the archive as a whole, once all that can be taken of it has been. */
  private Optional<Fault> fault(Path file, String prefix, MemberVisitor visitor) {
    try {
      Stamp before = access.stamp(file);
      var budget = unpacking.budget(before);
      Optional<Fault> damage = damage(file, budget, prefix, visitor);
      return before.equals(access.stamp(file)) ? damage : Optional.of(Reasons.UNSTABLE);
    } catch (IOException e) {
      return Optional.of(Reasons.of(e));
    }
  }

  private Optional<Fault> damage(Path file, Budget budget, String prefix, MemberVisitor visitor) {
    var members =
        new Members(FileNames.shown(file), new MemberNames(policy, prefix), visitor, maxBytes);
    try (Items items = unpacking.items(file, budget)) {
      members.hand(items, budget);
      return Optional.empty();
    } catch (IOException e) {
      Fault fault = Damage.of(e);
      return Optional.of(
          new Fault(fault.reason() + "; what follows in it is not taken", fault.isLasting()));
    }
  }
}
