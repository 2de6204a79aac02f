package io.copyflow.extract.form;

import static io.copyflow.extract.RejectReason.BAD_ADDRESS;
import static io.copyflow.extract.RejectReason.EMPTY_FILE;
import static io.copyflow.extract.RejectReason.HEADER_CUT;
import static io.copyflow.extract.RejectReason.JSON;
import static io.copyflow.extract.RejectReason.NO_HEADER;
import static io.copyflow.extract.RejectReason.SEVERAL_ARTICLES;

import io.copyflow.extract.form.Reading.Read;
import io.copyflow.extract.form.Reading.Refused;
import io.copyflow.extract.text.Fold;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses the reader of a file by what the file holds, never by its name. Stateless. */
public final class Forms {

  /** The first that reads a file wins: each is stricter than those after it. */
  private static final List<Named> ALL =
      List.of(
          new Named("front matter", new FrontMatterForm()),
          new Named("scraped", new ScrapedForm()),
          new Named("date line", new DateLineForm()),
          new Named("exact", new ExactForm()),
          new Named("page", new PageForm()),
          new Named("fragment", new FragmentForm()));

  private static final Pattern JSON_START =
      Pattern.compile("\\s{0,99}(?:\\{\\s{0,99}[\"}]|\\[\\s{0,99}[{\"\\]])");

  private static final Pattern DATE_ALONE = Pattern.compile("\\s{0,99}<!--\\d{1,19}-->\\s{0,99}");

  /** A title, the beginning of an address, and the rule of dashes before its end. */
  private static final Pattern OPEN_ADDRESS =
      Pattern.compile("(?:<!--\\d{1,19}-->\\n)?\\[[^\\n]{0,300}\\]\\([^\\n)]{0,2000}\\n-{3}");

  private Forms() {}

  private record Named(String name, ArticleForm form) {}

  /** The form that a decoded file is read in, in words; empty when none reads it. */
  public static Optional<String> name(String decoded) {
    String content = unixLines(decoded);
    return ALL.stream()
        .filter(named -> named.form.read(content).isPresent())
        .map(Named::name)
        .findFirst();
  }

  /** Reads a decoded file. */
  public static Reading read(String decoded) {
    String content = unixLines(decoded);
    if (content.isBlank()) {
      return new Refused(EMPTY_FILE, "the file holds no text", 0);
    }
    Optional<Refused> foreign = ForeignMarkup.in(content);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    return ALL.stream()
        .flatMap(named -> named.form.read(content).stream())
        .findFirst()
        .map(envelope -> single(envelope, content))
        .orElseGet(() -> unknown(content));
  }

  /**
   * Reads what a server called a page: it needs no sign of being one, only none of being something
   * else.
   */
  public static Reading captured(String decoded) {
    if (decoded.isBlank()) {
      return new Refused(EMPTY_FILE, "the captured page holds no text", 0);
    }
    if (JSON_START.matcher(decoded).lookingAt()) {
      return new Refused(JSON, "the captured page is JSON", 0);
    }
    return ForeignMarkup.in(decoded)
        .<Reading>map(refused -> refused)
        .orElseGet(() -> new Read(Envelope.bare(Envelope.Markup.PAGE, decoded)));
  }

  private static String unixLines(String decoded) {
    return decoded.indexOf('\r') < 0 ? decoded : decoded.replace("\r\n", "\n");
  }

  private static Reading single(Envelope envelope, String content) {
    if (envelope.markup() != Envelope.Markup.BODY) {
      return new Read(envelope);
    }
    int bodyStart = content.length() - envelope.body().length();
    int second = Header.next(content, bodyStart);
    return second < 0
        ? new Read(envelope)
        : new Refused(SEVERAL_ARTICLES, "a second header stands at character " + second, second);
  }

  private static Reading unknown(String content) {
    if (JSON_START.matcher(content).lookingAt()) {
      return new Refused(JSON, "the file is JSON, not an article file", 0);
    }
    if (DATE_ALONE.matcher(content).matches()) {
      return new Refused(HEADER_CUT, "the file ends behind the time of its collection", 0);
    }
    if (OPEN_ADDRESS.matcher(content).lookingAt()) {
      return new Refused(BAD_ADDRESS, "the address in the header does not end", 0);
    }
    String start = Fold.printable(content.lines().findFirst().orElse("").strip());
    return new Refused(NO_HEADER, "no known header; the file begins with: " + start, 0);
  }
}
