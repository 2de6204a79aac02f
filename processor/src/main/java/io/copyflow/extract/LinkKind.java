package io.copyflow.extract;

/** What a link is for. */
public enum LinkKind {
  /** Anything else: tags, licences, adverts. */
  OTHER,
  /** A reference in running text. */
  REFERENCE,
  /** Further reading. */
  RELATED,
  /** A credit. */
  AGENCY,
  /** A share button. */
  SHARE
}
