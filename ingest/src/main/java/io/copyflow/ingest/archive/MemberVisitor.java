package io.copyflow.ingest.archive;

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
   * @param reason why, and what to do about it; one line
   */
  void leftOut(String place, String reason);

  /** A member that the policy passes over. */
  void ignored();

  /** Whether to end early; asked before each member. */
  boolean stopped();
}
