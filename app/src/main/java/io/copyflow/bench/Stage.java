package io.copyflow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

/**
 * A part of the processor's work, told by the innermost frame that speaks of it: the first stage
 * whose mark the stack has, frame by frame outwards.
 */
enum Stage {
  /** Parsing, reading fields, judging lines, language. */
  EXTRACTION("io.copyflow.extract."),
  /** Normalisation and hashes. */
  IDENTITY("io.copyflow.identity."),
  /** Stores: RocksDB, and the changelog's records. */
  STORE("org.rocksdb.", "org.apache.kafka.streams.state."),
  /** Records to bytes and back. */
  ENCODING("org.apache.avro.", "io.copyflow.wire."),
  /** Records into batches, compression among it. */
  PRODUCER("org.apache.kafka.clients.producer."),
  /** Fetching, decompression among it. */
  CONSUMER("org.apache.kafka.clients.consumer.", "org.apache.kafka.clients.FetchSession"),
  /** Sockets and requests of all clients. */
  NETWORK("org.apache.kafka.common.network.", "org.apache.kafka.clients."),
  /** Reading, claiming, settling: our own steps beside the above. */
  STEPS("io.copyflow.topology."),
  /** Kafka Streams' own work: queues, tasks, commits. */
  STREAMS("org.apache.kafka.streams."),
  /** What no mark speaks of. */
  OTHER;

  private final List<String> marks;

  Stage(String... marks) {
    this.marks = List.of(marks);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Stage of(RecordedEvent event, RecordedStackTrace stack) {
    for (RecordedFrame frame : stack.getFrames()) {
      Optional<Stage> stage = of(frame.getMethod().getType().getName());
      if (stage.isPresent()) {
        return stage.get();
      }
    }
    return ofThread(event);
  }

  /** Whether a thread that is in native code only waits there. */
  static boolean isWaiting(RecordedStackTrace stack) {
    String method = stack.getFrames().get(0).getMethod().getName();
    return method.contains("poll")
        || method.contains("epollWait")
        || method.startsWith("wait")
        || method.startsWith("park");
  }

  private static Optional<Stage> of(String type) {
    return Arrays.stream(values())
        .filter(stage -> stage.marks.stream().anyMatch(type::startsWith))
        .findFirst();
  }

  private static Stage ofThread(RecordedEvent event) {
    RecordedThread thread =
        event.hasField("sampledThread") ? event.getThread("sampledThread") : event.getThread();
    String name = thread == null ? "" : String.valueOf(thread.getJavaName());
    return name.contains("producer-network") ? NETWORK : OTHER;
  }
}
