package io.copyflow.extract.body;

import io.copyflow.extract.body.Block.Kind;
import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gathers running text into blocks. Not thread-safe: one per body. */
final class BlockBuilder {

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> links = new ArrayList<>();
  private Kind kind = Kind.PARAGRAPH;
  private int linked;

  /** The next block is of this kind, until it ends. */
  void begin(Kind next) {
    end();
    kind = next;
  }

  /** Ends the block; a block without visible text leaves no trace. */
  void end() {
    List<String> lines = lines(text.toString());
    if (!lines.isEmpty()) {
      blocks.add(new Block(kind, lines, linked, List.copyOf(links)));
    }
    text.setLength(0);
    links.clear();
    linked = 0;
    kind = Kind.PARAGRAPH;
  }

  /** Line breaks in the markup are spaces; those in preformatted text are lines. */
  void append(String raw, boolean preformatted, boolean inLink) {
    text.append(preformatted ? raw : raw.replace('\n', ' ').replace('\r', ' '));
    linked += inLink ? Fold.line(raw).length() : 0;
  }

  /** One break is a new line, two in a row are a new paragraph. */
  void lineBreak() {
    Kind current = kind;
    if (endsWithBreak()) {
      begin(current);
    } else {
      text.append('\n');
    }
  }

  void space() {
    text.append(' ');
  }

  void link(int index) {
    links.add(index);
  }

  List<Block> blocks() {
    return blocks;
  }

  private static List<String> lines(String raw) {
    if (raw.isEmpty()) {
      return List.of();
    }
    Stream<String> lines = isOneLine(raw) ? Stream.of(raw) : raw.lines();
    return lines.map(Fold::line).filter(line -> !line.isEmpty()).toList();
  }

  private static boolean isOneLine(String raw) {
    return raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0;
  }

  private boolean endsWithBreak() {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (!Fold.isSpace(c)) {
        return false;
      }
    }
    return false;
  }
}
