package io.copyflow.topics;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawPosition;
import org.jspecify.annotations.Nullable;

/** The keys of the topics' records. */
public final class Keys {

  /**
   * Longest key of a raw record that names its document. A path takes up to 4 KiB, escaped three
   * times as much; what is longer would make outcomes and dead letters larger than their topics
   * take.
   */
  private static final int MAX_DOCUMENT_CHARS = 16 << 10;

  private Keys() {}

  /** Key of a document: {@code SOURCE/PATH}. A source holds no slash, so the key is unambiguous. */
  public static String of(Document document) {
    return document.getSource() + "/" + document.getPath();
  }

  /** Key of the outcome of the raw record at a position: {@code PARTITION-OFFSET}. */
  public static String of(RawPosition raw) {
    return raw.getPartition() + "-" + raw.getOffset();
  }

  /**
   * The document that a key names; a key without a slash is a path in the source {@code unknown}.
   */
  public static Document document(String key) {
    int slash = key.indexOf('/');
    return slash < 0
        ? new Document("unknown", key)
        : new Document(key.substring(0, slash), key.substring(slash + 1));
  }

  /**
   * The document of a raw record: its key; for a producer that sent none, or one that is longer
   * than any path, its position in the source {@code unknown}.
   */
  public static Document rawDocument(@Nullable String key, int partition, long offset) {
    return document(
        key != null && key.length() <= MAX_DOCUMENT_CHARS ? key : partition + "-" + offset);
  }
}
