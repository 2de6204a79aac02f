package io.copyflow.ingest.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a document's holder says about it, beside its bytes.
 *
 * @param fileTime last modification, or the moment of capture; null when unknown
 * @param mediaType of the HTTP response that the document is; null when unknown
 * @param url that it was fetched from; null when unknown
 */
public record Told(@Nullable Instant fileTime, @Nullable String mediaType, @Nullable String url) {

  /** Only a time. */
  public static Told at(@Nullable Instant fileTime) {
    return new Told(fileTime, null, null);
  }
}
