package io.copyflow.extract.body;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.date.DateText;
import io.copyflow.extract.publisher.PublisherProfile;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What stands at the end of an article's paragraphs: end marks, editors, dates of the calendar. */
final class Closing {

  /** Years of the Republic of China count from 1912. */
  private static final int MINGUO = 1911;

  /** End marks are short; looking only at the end keeps a long paragraph cheap. */
  private static final int REACH = 120;

  /** Most lines end in a full stop, and no end mark does. */
  private static final String SENTENCE_ENDS = ".。！？!?”」』：，,;；、";

  private final PublisherProfile profile;
  private final DateText dates;
  private final Findings findings;

  Closing(PublisherProfile profile, Findings findings) {
    this.profile = profile;
    this.dates = new DateText(profile);
    this.findings = findings;
  }

  /** The line without its end marks, of which there may be several. */
  String withoutEndMarks(String line) {
    if (line.isEmpty() || SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0) {
      return line;
    }
    int start = Math.max(0, line.length() - REACH);
    String end = line.substring(start);
    @Nullable Matcher mark = profile.rules().endMarks().find(end);
    if (mark == null || mark.end() != end.length() || mark.start() == mark.end()) {
      return line;
    }
    note(mark);
    return withoutEndMarks(line.substring(0, start + mark.start()).stripTrailing());
  }

  private void note(Matcher mark) {
    Opening.group(mark, "minguo").flatMap(this::minguo).ifPresent(findings.issued::add);
    Opening.group(mark, "date")
        .flatMap(text -> dates.read(text, DateOrigin.BODY))
        .ifPresent(findings.issued::add);
  }

  /** Seven digits, year, month and day: {@code 1090908} is 8 September 2020. */
  private Optional<ArticleDraft.Date> minguo(String digits) {
    int year = Integer.parseInt(digits.substring(0, 3)) + MINGUO;
    String iso = year + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    return dates.read(iso, DateOrigin.BODY).map(date -> asWritten(date, digits));
  }

  private static ArticleDraft.Date asWritten(ArticleDraft.Date date, String text) {
    return new ArticleDraft.Date(
        date.instant(), date.precision(), date.origin(), date.zone(), date.zoneOrigin(), text);
  }
}
