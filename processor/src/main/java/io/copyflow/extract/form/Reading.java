package io.copyflow.extract.form;

import io.copyflow.extract.RejectReason;

/** What finding the form of a file gave. */
public sealed interface Reading {

  /**
   * The form is known.
   *
   * @param envelope what the file holds
   */
  record Read(Envelope envelope) implements Reading {}

  /**
   * The file is in no form of an article.
   *
   * @param reason the code
   * @param detail one line for people
   * @param at offset in characters, or -1
   */
  record Refused(RejectReason reason, String detail, int at) implements Reading {}
}
