package io.copyflow.extract;

/**
 * Why a raw record cannot become an article. The names are a contract: they stand in outcomes and
 * dead letters, and {@code docs/outcomes.md} explains each.
 */
public enum RejectReason {
  /** The file is over the size limit, packed or unpacked. Raise the limit, or leave it out. */
  TOO_LARGE,
  /** The raw record has no bytes, though the file was within the limit. Ingest the file again. */
  CONTENT_MISSING,
  /** The file is empty or holds only white space. Fetch it again. */
  EMPTY_FILE,
  /** The file is a picture. Keep such files out of the source. */
  IMAGE,
  /** The file is a PDF. Convert it, or keep such files out of the source. */
  PDF,
  /** The bytes are no text: an archive, a video, a program. Keep such files out of the source. */
  NOT_TEXT,
  /** The text is in no known encoding, or damaged. Convert it to UTF-8, or fetch it again. */
  UNDECODABLE_TEXT,
  /** The file is JSON, not an article file. Keep such files out of the source. */
  JSON,
  /** The file is XML but no page: a feed, a site map. Keep such files out of the source. */
  XML,
  /** No header in any known form. Add the header lines, or keep the file out of the source. */
  NO_HEADER,
  /** The file ends within its header, behind the time of its collection. Fetch it again. */
  HEADER_CUT,
  /** The address in the header does not end: its bracket is not closed. Mend the header. */
  BAD_ADDRESS,
  /** The file holds more than one article. Split it, one article a file. */
  SEVERAL_ARTICLES,
  /** The WARC record is cut off or malformed. Fetch it again. */
  WARC_DAMAGED,
  /** The WARC file holds no HTTP response. Keep such records out of the source. */
  WARC_NO_RESPONSE,
  /** The captured page is an error page or a redirect: its status is not 2xx. Fetch it again. */
  HTTP_STATUS,
  /** The captured response is no HTML page. Keep such records out of the source. */
  NOT_HTML,
  /** The markup is built to be expensive: too many tags, or a tag name that is too long. Look. */
  TOO_COMPLEX,
  /** The value of the raw record is no RawArticle. Find the producer that wrote it. */
  UNREADABLE_RECORD,
  /**
   * The raw record is of a schema that nobody here knows. Update Copyflow, or name its registry.
   */
  UNKNOWN_SCHEMA,
  /** The article's record would be larger than its topic takes. Raise the topic's limit. */
  ARTICLE_TOO_LARGE,
  /** The extractor broke on the file: a defect of ours. Report it with the file. */
  EXTRACTOR_FAILED
}
