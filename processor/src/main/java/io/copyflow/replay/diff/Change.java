package io.copyflow.replay.diff;

import io.copyflow.ledger.Position;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import io.copyflow.replay.diff.Shown.Content;
import io.copyflow.replay.diff.Shown.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An article that consumers would see with other fields.
 *
 * @param document the file that gives it in the generation
 * @param publisher domain, or empty
 * @param sameRaw whether both come from one raw record, so that it is the rules that differ
 * @param weight how many characters differ: what most wants to be looked at
 * @param fields what becomes of each field that changes, by its path
 * @param live where the live one lies in its topic
 * @param generation where the other lies in its own
 */
record Change(
    String document,
    String publisher,
    boolean sameRaw,
    long weight,
    SortedMap<String, Effect> fields,
    Position live,
    Position generation) {

  /** What becomes of a field. */
  enum Effect {
    CHANGED,
    APPEARED,
    VANISHED
  }

  /** The difference of two that are there. */
  static Change between(Shown live, Shown generation) {
    Content before = Objects.requireNonNull(live.content());
    Content after = Objects.requireNonNull(generation.content());
    var fields = new TreeMap<String, Effect>();
    long weight = 0;
    for (String name : names(before, after)) {
      List<Line> old = before.fields().getOrDefault(name, List.of());
      List<Line> now = after.fields().getOrDefault(name, List.of());
      if (!old.equals(now)) {
        fields.put(name, effect(old, now));
        weight += characters(without(old, now)) + characters(without(now, old));
      }
    }
    return new Change(
        after.document(),
        after.publisher().isEmpty() ? before.publisher() : after.publisher(),
        before.raw().equals(after.raw()),
        weight,
        fields,
        live.logged(),
        generation.logged());
  }

  private static TreeSet<String> names(Content before, Content after) {
    var names = new TreeSet<String>(before.fields().keySet());
    names.addAll(after.fields().keySet());
    return names;
  }

  private static Effect effect(List<Line> before, List<Line> after) {
    if (characters(before) == 0 && characters(after) > 0) {
      return Effect.APPEARED;
    }
    return characters(before) > 0 && characters(after) == 0 ? Effect.VANISHED : Effect.CHANGED;
  }

  /** The lines that others do not have, each as often as it is more. */
  static <T> List<T> without(List<T> lines, List<T> others) {
    var rest = new ArrayList<>(others);
    return lines.stream().filter(line -> !rest.remove(line)).toList();
  }

  private static long characters(List<Line> lines) {
    return lines.stream().mapToLong(Line::characters).sum();
  }

  FieldWriter write(FieldWriter out) {
    out.text(document).text(publisher).small(sameRaw ? 1 : 0).number(weight);
    generation.write(live.write(out)).number(fields.size());
    fields.forEach((name, effect) -> out.text(name).small(effect.ordinal()));
    return out;
  }

  static Change read(FieldReader in) {
    String document = in.text();
    String publisher = in.text();
    boolean sameRaw = in.small() == 1;
    long weight = in.longNumber();
    Position live = Position.read(in);
    Position generation = Position.read(in);
    var fields = new TreeMap<String, Effect>();
    for (int left = in.number(); left > 0; left--) {
      fields.put(in.text(), Effect.values()[in.small()]);
    }
    return new Change(document, publisher, sameRaw, weight, fields, live, generation);
  }
}
