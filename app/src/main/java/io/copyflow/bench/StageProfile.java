package io.copyflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where a process spends its CPU time and what allocates, by stage. Flight Recorder's samples of
 * running threads say how the threads' CPU time divides; what the process used beyond that went
 * into compilers and the collector, which are no threads of Java.
 */
final class StageProfile {

  private static final String RUNNING = "jdk.ExecutionSample";
  private static final String IN_NATIVE = "jdk.NativeMethodSample";
  private static final String ALLOCATED = "jdk.ObjectAllocationSample";
  private static final Duration PERIOD = Duration.ofMillis(10);

  /**
   * What stages took.
   *
   * @param cpuNanos by stage
   * @param allocated bytes, by stage
   */
  record Stages(Map<String, Long> cpuNanos, Map<String, Long> allocated) {}

  private final Recording recording = new Recording();
  private final Map<Long, Long> cpuBefore = Usage.cpuOfThreads();

  static StageProfile start() {
    var profile = new StageProfile();
    profile.recording.enable(RUNNING).withPeriod(PERIOD);
    profile.recording.enable(IN_NATIVE).withPeriod(PERIOD);
    profile.recording.enable(ALLOCATED).with("throttle", "2000/s");
    profile.recording.start();
    return profile;
  }

  Stages stop(Usage usage) throws IOException {
    long cpuOfJava = Usage.sinceThen(cpuBefore);
    recording.stop();
    Path file = Files.createTempFile("stages", ".jfr");
    try (recording) {
      recording.dump(file);
      var weights = weights(file);
      Map<String, Long> cpu = shares(weights.get(RUNNING), cpuOfJava);
      cpu.put("jvm", Math.max(0, usage.cpuNanos() - cpuOfJava));
      return new Stages(cpu, shares(weights.get(ALLOCATED), usage.allocated()));
    } finally {
      Files.delete(file);
    }
  }

  private static Map<String, Map<String, Long>> weights(Path file) throws IOException {
    var weights = new HashMap<String, Map<String, Long>>();
    weights.put(RUNNING, new TreeMap<>());
    weights.put(ALLOCATED, new TreeMap<>());
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        add(events.readEvent(), weights);
      }
    }
    return weights;
  }

  private static void add(RecordedEvent event, Map<String, Map<String, Long>> weights) {
    String kind = event.getEventType().getName();
    RecordedStackTrace stack = event.getStackTrace();
    if (stack == null || (kind.equals(IN_NATIVE) && Stage.isWaiting(stack))) {
      return;
    }
    boolean allocates = kind.equals(ALLOCATED);
    Map<String, Long> stages = weights.get(allocates ? ALLOCATED : RUNNING);
    if (stages != null) {
      stages.merge(
          Stage.of(event, stack).word(), allocates ? event.getLong("weight") : 1, Long::sum);
    }
  }

  private static Map<String, Long> shares(@Nullable Map<String, Long> weights, long whole) {
    var shares = new TreeMap<String, Long>();
    if (weights != null) {
      double sum = weights.values().stream().mapToLong(Long::longValue).sum();
      weights.forEach((stage, weight) -> shares.put(stage, (long) (whole * (weight / sum))));
    }
    return shares;
  }
}
