package io.copyflow.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends; a contract with scripts. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REJECTS = 3;
  static final int UNREACHABLE = 4;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** For the help pages. */
  static Map<String, String> descriptions() {
    var all = new LinkedHashMap<String, String>();
    all.put("0", "ok");
    all.put("1", "failed; a broken invariant is a failure");
    all.put("2", "wrong usage or settings");
    all.put("3", "done, with rejects, where --strict asks");
    all.put("4", "cluster unreachable");
    all.put("130", "interrupted (143 when terminated)");
    return all;
  }
}
