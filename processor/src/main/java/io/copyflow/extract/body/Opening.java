package io.copyflow.extract.body;

import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.date.DateText;
import io.copyflow.extract.publisher.LineRules;
import io.copyflow.extract.publisher.PublisherProfile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before an article's first paragraph: date stamp, byline, the title again; and the
 * dateline in which the first paragraph begins.
 */
final class Opening {

  private static final Pattern UPDATED =
      Pattern.compile(
          "(?i)(?:最近更新|最后更新|最後更新|更新时间|更新時間|更新|修改于|last updated|updated|modified)[：:\\s]+");

  private static final Pattern PUBLISHED =
      Pattern.compile("(?i)(?:发布时间|發布時間|发布于|发表于|时间|日期|published|posted)[：:\\s]+");

  private final PublisherProfile profile;
  private final DateText dates;
  private final Findings findings;

  Opening(PublisherProfile profile, Findings findings) {
    this.profile = profile;
    this.dates = new DateText(profile);
    this.findings = findings;
  }

  /** True when a block is a date stamp, with or without a byline above it. */
  boolean takesStamp(Block block) {
    List<String> lines = block.lines();
    String last = lines.get(lines.size() - 1);
    if (lines.size() > 4 || !takesDate(last)) {
      return false;
    }
    lines.subList(0, lines.size() - 1).forEach(this::takeByline);
    return true;
  }

  /** Some bylines name the agency alone. */
  private void takeByline(String line) {
    if (profile.rules().agencies().matcher(line).matches()) {
      findings.agencies.add(line);
    } else {
      findings.authors.addAll(Names.in(line, profile));
    }
  }

  private boolean takesDate(String line) {
    Matcher label = UPDATED.matcher(line);
    boolean updated = label.lookingAt();
    if (!updated) {
      label = PUBLISHED.matcher(line);
    }
    String text = updated || label.lookingAt() ? line.substring(label.end()) : line;
    var date = dates.read(text, DateOrigin.BODY);
    date.ifPresent(updated ? findings.updated::add : findings.issued::add);
    return date.isPresent();
  }

  /** The line without the dateline that it begins with, which is noted. */
  String withoutDateline(String line, LineRules rules) {
    @Nullable Matcher match = rules.datelines().start(line);
    if (match == null || findings.dateline != null) {
      return line;
    }
    findings.dateline = match.group().strip().replaceFirst("\\s*[-–—]+$", "");
    note(match);
    return line.substring(match.end());
  }

  private void note(Matcher dateline) {
    group(dateline, "names").ifPresent(n -> findings.authors.addAll(Names.in(n, profile)));
    group(dateline, "date")
        .flatMap(text -> dates.read(text, DateOrigin.BODY))
        .ifPresent(findings.issued::add);
    Matcher agency = profile.rules().agencies().matcher(dateline.group());
    while (agency.find()) {
      if (!profile.ownNames().contains(agency.group())) {
        findings.agencies.add(agency.group());
      }
    }
  }

  /** A named group of a pattern that may not have it. */
  static Optional<String> group(Matcher match, String name) {
    return match.pattern().pattern().contains("(?<" + name + ">")
        ? Optional.ofNullable(match.group(name))
        : Optional.empty();
  }
}
