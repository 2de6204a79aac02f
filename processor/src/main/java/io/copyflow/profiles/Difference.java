package io.copyflow.profiles;

import java.util.ArrayList;
import java.util.List;

/**
 * What one field of one article loses and gains.
 *
 * @param field which
 * @param before its lines by the rules as they are
 * @param after its lines with the file that is tried
 */
public record Difference(Field field, List<String> before, List<String> after) {

  /** A difference that nobody changes afterwards. */
  public Difference {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Lines that only the rules as they are give, in order. */
  public List<String> lost() {
    return without(before, after);
  }

  /** Lines that only the tried file gives, in order. */
  public List<String> gained() {
    return without(after, before);
  }

  boolean isChange() {
    return !before.equals(after);
  }

  /** True when the field was empty before. */
  boolean appears() {
    return before.isEmpty() && !after.isEmpty();
  }

  /** True when the field is empty now. */
  boolean vanishes() {
    return !before.isEmpty() && after.isEmpty();
  }

  /** How many characters differ: orders files by what most wants to be looked at. */
  int weight() {
    return characters(lost()) + characters(gained());
  }

  private static int characters(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    var rest = new ArrayList<>(others);
    return lines.stream().filter(line -> !rest.remove(line)).toList();
  }
}
