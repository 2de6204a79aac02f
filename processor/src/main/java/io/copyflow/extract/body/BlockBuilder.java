package io.copyflow.extract.body;

import io.copyflow.extract.body.Block.Kind;
import io.copyflow.extract.text.Fold;
import io.copyflow.extract.text.FoldedLine;
import java.util.ArrayList;
import java.util.List;

/** Gathers running text into blocks. Not thread-safe: one per body. */
final class BlockBuilder {

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final FoldedLine line = new FoldedLine();
  private final List<Integer> links = new ArrayList<>();
  private Kind kind = Kind.PARAGRAPH;
  private int linked;

  /** True when nothing but white space has followed the last line break. */
  private boolean broken;

  /** The next block is of this kind, until it ends. */
  void begin(Kind next) {
    end();
    kind = next;
  }

  /** Ends the block; a block without visible text leaves no trace. */
  void end() {
    endLine();
    if (!lines.isEmpty()) {
      blocks.add(new Block(kind, List.copyOf(lines), linked, List.copyOf(links)));
      lines.clear();
    }
    links.clear();
    linked = 0;
    broken = false;
    kind = Kind.PARAGRAPH;
  }

  /** Line breaks in the markup are spaces; those in preformatted text are lines. */
  void append(String raw, boolean preformatted, boolean inLink) {
    if (preformatted) {
      appendLines(raw);
    } else {
      appendPiece(raw);
    }
    linked += inLink ? Fold.line(raw).length() : 0;
  }

  /** One break is a new line, two in a row are a new paragraph. */
  void lineBreak() {
    if (broken) {
      begin(kind);
    } else {
      endLine();
      broken = true;
    }
  }

  void space() {
    line.space();
  }

  void link(int index) {
    links.add(index);
  }

  List<Block> blocks() {
    return blocks;
  }

  private void appendLines(String raw) {
    int start = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\n' || c == '\r') {
        appendPiece(raw.substring(start, i));
        endLine();
        broken |= c == '\n';
        start = i + 1;
      }
    }
    appendPiece(raw.substring(start));
  }

  private void appendPiece(String piece) {
    if (line.append(piece)) {
      broken = false;
    }
  }

  private void endLine() {
    String text = line.end();
    if (!text.isEmpty()) {
      lines.add(text);
    }
  }
}
