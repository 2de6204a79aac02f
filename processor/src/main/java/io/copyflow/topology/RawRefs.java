package io.copyflow.topology;

import io.copyflow.identity.RawRef;
import io.copyflow.topology.avro.RawReference;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.ByteUtils;

/** References to raw records, as messages and stores have them. */
final class RawRefs {

  private RawRefs() {}

  /** Writes a reference as three variable-length numbers: eleven bytes, mostly. */
  static void write(RawRef raw, ByteBuffer to) {
    ByteUtils.writeVarlong(raw.timestamp(), to);
    ByteUtils.writeUnsignedVarint(raw.partition(), to);
    ByteUtils.writeVarlong(raw.offset(), to);
  }

  static RawRef read(ByteBuffer from) {
    long timestamp = ByteUtils.readVarlong(from);
    int partition = ByteUtils.readUnsignedVarint(from);
    return new RawRef(timestamp, partition, ByteUtils.readVarlong(from));
  }

  static RawRef of(RawReference raw) {
    return new RawRef(raw.getTimestamp(), raw.getPartition(), raw.getOffset());
  }

  static RawReference message(RawRef raw) {
    return new RawReference(raw.timestamp(), raw.partition(), raw.offset());
  }
}
