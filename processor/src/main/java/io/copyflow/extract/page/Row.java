package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Lays the elements and texts of a page out in a row: its one walk. Not thread-safe. */
final class Row implements NodeVisitor {

  private final List<Spot> spots = new ArrayList<>();
  private @Nullable Spot open;

  private Row() {}

  /** An element and what stands in it, in the order of the page; blank texts are left out. */
  static List<Spot> of(Element root) {
    var row = new Row();
    root.traverse(row);
    return row.spots;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      open = add(element, null);
    } else if (node instanceof TextNode text && open != null) {
      Piece piece = Piece.of(text.getWholeText());
      if (piece.length() > 0) {
        add(open.element, piece);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element && open != null) {
      open.end = spots.size();
      open = open.parent;
    }
  }

  private Spot add(Element element, @Nullable Piece piece) {
    var spot = new Spot(element, open, spots.size(), piece);
    spots.add(spot);
    return spot;
  }
}
