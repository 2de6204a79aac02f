package io.copyflow.ledger;

import io.copyflow.avro.RawPosition;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a record lies in its topic.
 *
 * @param partition from 0
 * @param offset in the partition
 */
public record Position(int partition, long offset) {

  private static final Pattern KEY = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

  /** Where a raw record lies. */
  public static Position of(RawPosition raw) {
    return new Position(raw.getPartition(), raw.getOffset());
  }

  /** The position that an outcome's key names, {@code PARTITION-OFFSET}; empty if it names none. */
  public static Optional<Position> parse(@Nullable String key) {
    return Optional.ofNullable(key)
        .map(KEY::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher ->
            new Position(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))));
  }

  /** Writes it as two fields. */
  public FieldWriter write(FieldWriter out) {
    return out.number(partition).number(offset);
  }

  /** Reads what {@link #write} wrote. */
  public static Position read(FieldReader in) {
    return new Position(in.number(), in.longNumber());
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
