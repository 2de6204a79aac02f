package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Fault;

/**
 * Meets what an {@link ArchiveReader} finds, in the archive's own order, on the reader's thread.
 */
public interface MemberVisitor {

  /** A document; it can be read only before this returns. */
  void member(Member member);

  /**
   * What cannot be taken: a member, or all that follows in the archive.
   *
   * @param place where it lies, safe to print
   * @param fault why
   */
  void leftOut(String place, Fault fault);

  /** A member that the policy passes over. */
  void ignored();

  /** Whether to end early; asked before each member. */
  boolean stopped();
}
