package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.ingest.IngestReport;

/** What an ingest did, for people and for programs. */
final class IngestSummary {

  private IngestSummary() {}

  static String line(IngestReport report) {
    String tooLarge =
        report.refused() == 0
            ? ""
            : " (%,d too large: without their bytes)".formatted(report.refused());
    return "%,d files: %,d sent%s, %,d unchanged, %,d left out%s"
        .formatted(
            report.files(),
            report.sent(),
            tooLarge,
            report.unchanged(),
            report.unreadableCount(),
            inbox(report.inbox()));
  }

  private static String inbox(IngestReport.Inbox inbox) {
    return inbox.equals(new IngestReport.Inbox(0, 0, 0))
        ? ""
        : "; of the files themselves %,d cleared, %,d set aside, %,d could not be moved"
            .formatted(inbox.cleared(), inbox.setAside(), inbox.stayed());
  }

  static ObjectNode json(IngestReport report) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("files", report.files())
            .put("sent", report.sent())
            .put("unchanged", report.unchanged())
            .put("refused", report.refused())
            .put("bytesSent", report.bytesSent())
            .put("ignored", report.ignored())
            .put("unreadable", report.unreadableCount())
            .put("cleared", report.inbox().cleared())
            .put("setAside", report.inbox().setAside())
            .put("stayed", report.inbox().stayed());
    var names = node.putArray("unreadableFiles");
    report
        .unreadable()
        .forEach(file -> names.addObject().put("path", file.path()).put("reason", file.reason()));
    return node;
  }

  /**
   * Nothing could be read: failed. Something could not: done, with rejects, where that is asked.
   */
  static int exitCode(IngestReport report, boolean strict) {
    if (report.unreadableCount() == 0) {
      return ExitCode.OK;
    }
    if (report.unreadableCount() == report.files()) {
      return ExitCode.FAILED;
    }
    return strict ? ExitCode.REJECTS : ExitCode.OK;
  }
}
