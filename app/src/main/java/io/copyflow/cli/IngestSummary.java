package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.ingest.IngestReport;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an ingest did, for people and for programs. */
final class IngestSummary {

  private IngestSummary() {}

  static String line(IngestReport report) {
    String tooLarge =
        report.refused() == 0
            ? ""
            : " (%,d too large: without their bytes)".formatted(report.refused());
    return "%,d files: %,d sent%s, %,d unchanged, %,d left out%s%s%s"
        .formatted(
            report.files(),
            report.sent(),
            tooLarge,
            report.unchanged(),
            report.unreadableCount(),
            reasons(report.reasons()),
            inbox(report.inbox()),
            speed(report));
  }

  private static String reasons(Map<String, Long> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.entrySet().stream()
            .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String speed(IngestReport report) {
    var volume = report.volume();
    return String.format(
        Locale.ROOT,
        "; %,.1f MB in %,.1f s: %,.0f files/s, %,.1f MB/s",
        volume.bytesRead() / 1e6,
        volume.took().toMillis() / 1e3,
        volume.perSecond(report.files()),
        volume.perSecond(volume.bytesRead()) / 1e6);
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
            .put("bytesRead", report.volume().bytesRead())
            .put("bytesSent", report.volume().bytesSent())
            .put("seconds", report.volume().took().toMillis() / 1e3)
            .put("filesPerSecond", Math.round(report.volume().perSecond(report.files())))
            .put(
                "bytesPerSecond",
                Math.round(report.volume().perSecond(report.volume().bytesRead())))
            .put("ignored", report.ignored())
            .put("unreadable", report.unreadableCount())
            .put("cleared", report.inbox().cleared())
            .put("setAside", report.inbox().setAside())
            .put("stayed", report.inbox().stayed());
    var reasons = node.putObject("unreadableReasons");
    report.reasons().forEach(reasons::put);
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
