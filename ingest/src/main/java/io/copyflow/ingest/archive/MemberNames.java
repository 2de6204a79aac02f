package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.WalkPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Members' names as paths of documents, each path once. Holds a hash of each, about 100 bytes. */
final class MemberNames {

  /** As long as a path on Linux may be; a record's key must not be as long as a hostile name. */
  private static final int MAX_BYTES = 4096;

  private final WalkPolicy policy;
  private final String prefix;
  private final Set<Sha256> taken = new HashSet<>();

  /**
   * Names of one archive.
   *
   * @param prefix the archive's own path with a slash behind it; empty where it is the source
   */
  MemberNames(WalkPolicy policy, String prefix) {
    this.policy = policy;
    this.prefix = prefix;
  }

  /** What a name comes to. */
  sealed interface Named {}

  /** A path that no other member has. */
  record Path(String path) implements Named {}

  /** No path, for this reason. */
  record Refused(String reason) implements Named {}

  /** A path that the policy passes over. */
  record Ignored() implements Named {}

  Named of(Item.Name name) {
    if (name.text().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return new Refused("its name is longer than " + MAX_BYTES + " bytes; rename it");
    }
    return name.isPath() ? path(name.text()) : new Path(unique(name.text()));
  }

  private Named path(String name) {
    List<String> parts = new ArrayList<>(List.of(name.split("/")));
    // As tar does when it unpacks: "/a" is "a", and so is "./a".
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    if (parts.isEmpty()) {
      return new Refused("it has no name; give it one");
    }
    if (parts.contains("..")) {
      return new Refused("its path leads out of the archive; pack it without \"..\"");
    }
    return takes(parts) ? new Path(unique(String.join("/", parts))) : new Ignored();
  }

  private boolean takes(List<String> parts) {
    String folder = prefix;
    for (String part : parts.subList(0, parts.size() - 1)) {
      if (!policy.takesFolder(folder, part)) {
        return false;
      }
      folder += part + "/";
    }
    return policy.takesFile(folder, parts.get(parts.size() - 1));
  }

  /** The first of a name has it, the second is {@code NAME#2}: both are there, so both are sent. */
  private String unique(String path) {
    String candidate = path;
    for (int n = 2; !taken.add(Sha256.of(candidate.getBytes(StandardCharsets.UTF_8))); n++) {
      candidate = path + "#" + n;
    }
    return prefix + candidate;
  }
}
