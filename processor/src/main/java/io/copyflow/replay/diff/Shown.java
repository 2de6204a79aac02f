package io.copyflow.replay.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.Article;
import io.copyflow.avro.Publisher;
import io.copyflow.ledger.Fingerprint;
import io.copyflow.ledger.Position;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import io.copyflow.topics.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic of articles, each line of it as a hash and a length: enough to tell what
 * changed and how much, in a tenth of the bytes. Its bytes sort by article, then live before
 * generation, then as the records lie in their topic.
 *
 * @param articleId its key
 * @param side whose it is
 * @param logged where it lies in its topic
 * @param content null for a tombstone
 */
record Shown(String articleId, Side side, Position logged, @Nullable Content content) {

  /** Articles without an address have no publisher. */
  private static final String NOBODY = "";

  /** A line of a field. */
  record Line(long hash, int characters) {}

  /**
   * What consumers see.
   *
   * @param raw the raw record that gave it
   * @param document that raw record's file
   * @param publisher domain, or empty
   * @param fields lines by the field's path; a field without lines has no entry
   */
  record Content(
      Position raw, String document, String publisher, SortedMap<String, List<Line>> fields) {

    static Content of(Article article) {
      Publisher publisher = article.getPublisher();
      var fields = new TreeMap<String, List<Line>>();
      FieldLines.of(article)
          .forEach((name, lines) -> fields.put(name, lines.stream().map(Shown::line).toList()));
      return new Content(
          Position.of(article.getRaw()),
          Keys.of(article.getDocument()),
          publisher == null ? NOBODY : publisher.getDomain(),
          fields);
    }
  }

  private static Line line(String line) {
    return new Line(Fingerprint.of(line.getBytes(UTF_8)).high(), line.length());
  }

  byte[] toBytes() {
    return write(new FieldWriter().text(articleId).small(side.ordinal())).toBytes();
  }

  /** What follows article and side. */
  FieldWriter write(FieldWriter out) {
    logged.write(out);
    if (content == null) {
      return out.small(0);
    }
    content.raw.write(out.small(1)).text(content.document).text(content.publisher);
    out.number(content.fields.size());
    content.fields.forEach((name, lines) -> {
      out.text(name).number(lines.size());
      lines.forEach(line -> out.number(line.hash).number(line.characters));
    });
    return out;
  }

  static Shown from(byte[] bytes) {
    var in = new FieldReader(bytes);
    return read(in.text(), Side.values()[in.small()], in);
  }

  /** Reads what {@link #write} wrote. */
  static Shown read(String articleId, Side side, FieldReader in) {
    Position logged = Position.read(in);
    return new Shown(articleId, side, logged, in.small() == 0 ? null : content(in));
  }

  private static Content content(FieldReader in) {
    Position raw = Position.read(in);
    String document = in.text();
    String publisher = in.text();
    var fields = new TreeMap<String, List<Line>>();
    for (int left = in.number(); left > 0; left--) {
      fields.put(in.text(), lines(in));
    }
    return new Content(raw, document, publisher, fields);
  }

  private static List<Line> lines(FieldReader in) {
    int count = in.number();
    var lines = new ArrayList<Line>(count);
    for (int i = 0; i < count; i++) {
      lines.add(new Line(in.longNumber(), in.number()));
    }
    return lines;
  }
}
