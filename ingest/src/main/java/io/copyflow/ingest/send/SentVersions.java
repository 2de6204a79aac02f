package io.copyflow.ingest.send;

import io.copyflow.ingest.files.Sha256;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The version of each document that was last sent, for one source. Holds hashes only, about 140
 * bytes a document.
 */
final class SentVersions {

  private final Map<Sha256, Sha256> versionByKey = new HashMap<>();

  boolean has(byte[] key, Sha256 version) {
    return version.equals(versionByKey.get(Sha256.of(key)));
  }

  /** Remembers a version; null forgets the document. */
  void put(byte[] key, @Nullable Sha256 version) {
    if (version == null) {
      versionByKey.remove(Sha256.of(key));
    } else {
      versionByKey.put(Sha256.of(key), version);
    }
  }

  int size() {
    return versionByKey.size();
  }
}
