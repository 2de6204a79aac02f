package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes many nodes out of a page. One by one that takes time quadratic in the children of a parent,
 * for each one moves all that follow it.
 */
final class Removal {

  /** So few are cheaper to take out one by one. */
  private static final int FEW = 16;

  private Removal() {}

  static void of(Collection<? extends Node> nodes) {
    if (nodes.size() <= FEW) {
      nodes.forEach(Node::remove);
      return;
    }
    Set<Node> removed = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node node : nodes) {
      removed.add(node);
      if (node.parent() instanceof Element parent) {
        parents.add(parent);
      }
    }
    parents.forEach(parent -> keepOthers(parent, removed));
  }

  private static void keepOthers(Element parent, Set<Node> removed) {
    List<Node> kept = new ArrayList<>(parent.childNodes());
    kept.removeIf(removed::contains);
    parent.empty();
    parent.insertChildren(0, kept);
  }
}
