package io.copyflow.extract;

/**
 * Why a raw record cannot become an article. The names are a contract: they stand in outcomes and
 * dead letters, and {@code docs/outcomes.md} explains each.
 */
public enum RejectReason {
  /** The file is over the size limit. Raise the limit, or leave it out. */
  TOO_LARGE,
  /** The raw record has no bytes, though the file was within the limit. Ingest the file again. */
  CONTENT_MISSING,
  /** The file is empty or holds only white space. Fetch it again. */
  EMPTY_FILE,
  /** The bytes are no text: an image, a PDF, an archive. Keep such files out of the source. */
  NOT_TEXT,
  /** The text is in no known encoding, or damaged. Convert it to UTF-8, or fetch it again. */
  UNDECODABLE_TEXT,
  /** The file is JSON, not an article file. Keep such files out of the source. */
  JSON,
  /** No header in any known form. Add the header lines, or keep the file out of the source. */
  NO_HEADER,
  /** The file holds more than one article. Split it, one article a file. */
  SEVERAL_ARTICLES,
  /** The markup is built to be expensive: too many tags, or a tag name that is too long. Look. */
  TOO_COMPLEX,
  /** The value of the raw record is no RawArticle. Find the producer that wrote it. */
  UNREADABLE_RECORD,
  /** The article's record would be larger than its topic takes. Raise the topic's limit. */
  ARTICLE_TOO_LARGE,
  /** The extractor broke on the file: a defect of ours. Report it with the file. */
  EXTRACTOR_FAILED
}
