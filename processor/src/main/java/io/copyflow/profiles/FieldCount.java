package io.copyflow.profiles;

/**
 * How many articles change in a field. An article counts once.
 *
 * @param field which
 * @param changed the field has other content
 * @param appeared the field was empty and is no longer
 * @param vanished the field is empty now
 */
public record FieldCount(Field field, int changed, int appeared, int vanished) {

  FieldCount plus(Difference difference) {
    if (difference.appears()) {
      return new FieldCount(field, changed, appeared + 1, vanished);
    } else if (difference.vanishes()) {
      return new FieldCount(field, changed, appeared, vanished + 1);
    }
    return new FieldCount(field, changed + 1, appeared, vanished);
  }
}
