package io.copyflow.ingest.send;

import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.Sha256Table;
import org.jspecify.annotations.Nullable;

/**
 * The version of each document that was last sent, for one source. Holds hashes only: a million
 * documents take 64 MB, however long their names are.
 */
final class SentVersions {

  private final Sha256Table versionByKey = new Sha256Table();

  boolean has(byte[] key, Sha256 version) {
    return versionByKey.has(Sha256.of(key), version);
  }

  /** Remembers a version; null forgets the document. */
  void put(byte[] key, @Nullable Sha256 version) {
    versionByKey.put(Sha256.of(key), version);
  }

  int size() {
    return versionByKey.size();
  }
}
