package io.copyflow.cli;

import io.copyflow.profiles.Difference;
import io.copyflow.profiles.FileChange;
import io.copyflow.profiles.TrialReport;
import java.util.ArrayList;
import java.util.List;

/** What a publisher file changes, as lines for people. */
final class TrialText {

  private static final int MOST_LINES = 6;
  private static final int WIDTH = 160;

  private final List<String> lines = new ArrayList<>();

  private TrialText() {}

  static List<String> of(TrialReport report, int worst) {
    var text = new TrialText();
    text.lines.add(
        "%s (%s): applies to %,d of %,d files, changes %,d"
            .formatted(
                report.domain(),
                report.replaces() ? "takes the place of the rules there are" : "new",
                report.applied(),
                report.files(),
                report.changes().size()));
    text.counts(report);
    report.worst(worst).forEach(text::change);
    return text.lines;
  }

  private void counts(TrialReport report) {
    if (report.counts().isEmpty()) {
      return;
    }
    var table = new Table("FIELD", "CHANGED", "APPEARED", "VANISHED");
    report
        .counts()
        .forEach(c -> table.row(c.field().label(), c.changed(), c.appeared(), c.vanished()));
    lines.addAll(table.lines());
    lines.add("");
  }

  private void change(FileChange change) {
    lines.add(change.path());
    change.differences().forEach(this::difference);
  }

  private void difference(Difference difference) {
    lines.add("    " + difference.field().label());
    all("      - ", difference.lost());
    all("      + ", difference.gained());
  }

  private void all(String sign, List<String> these) {
    these.stream().limit(MOST_LINES).forEach(line -> lines.add(sign + cut(line)));
    if (these.size() > MOST_LINES) {
      lines.add(sign + "and %,d lines more".formatted(these.size() - MOST_LINES));
    }
  }

  private static String cut(String line) {
    int end = line.offsetByCodePoints(0, Math.min(WIDTH, line.codePointCount(0, line.length())));
    return end == line.length() ? line : line.substring(0, end) + "…";
  }
}
