package io.copyflow.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What this process has used between two moments.
 *
 * @param seconds that passed
 * @param cpuNanos of all its threads, compilers and collector among them
 * @param threadNanos of its Java threads alone, those that lived at both moments
 * @param allocated bytes on the heap, by the threads that lived at both moments
 * @param peakHeap the most bytes in use on the heap
 * @param peakResident the most bytes resident since the process began; 0 where the system does not
 *     tell
 */
record Usage(
    double seconds,
    long cpuNanos,
    long threadNanos,
    long allocated,
    long peakHeap,
    long peakResident) {

  private static final double NANOS = 1e9;
  private static final int KIBI = 1024;

  /** The part of its CPU time that went into compilers and collector, from 0 to 1. */
  double jvmShare() {
    return cpuNanos == 0 ? 0 : 1 - (double) threadNanos / cpuNanos;
  }

  /** A moment from which use is counted. */
  record Mark(long nanos, long cpu, Map<Long, Long> threads, long allocated) {

    static Mark now() {
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      return new Mark(System.nanoTime(), cpuNow(), cpuOfThreads(), allocatedNow());
    }

    Usage until() {
      long heap = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      return new Usage(
          (System.nanoTime() - nanos) / NANOS,
          cpuNow() - cpu,
          sinceThen(threads),
          allocatedNow() - allocated,
          heap,
          peakResidentOf(ProcessHandle.current().pid()));
    }
  }

  private static java.util.stream.Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static long cpuNow() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** CPU time of each living thread, by its id, in ns. */
  static Map<Long, Long> cpuOfThreads() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] ids = threads.getAllThreadIds();
    long[] cpu = threads.getThreadCpuTime(ids);
    var all = new HashMap<Long, Long>();
    for (int i = 0; i < ids.length; i++) {
      all.put(ids[i], Math.max(0, cpu[i]));
    }
    return all;
  }

  /** What the threads that live now have used since then. */
  static long sinceThen(Map<Long, Long> then) {
    return cpuOfThreads().entrySet().stream()
        .mapToLong(thread -> thread.getValue() - then.getOrDefault(thread.getKey(), 0L))
        .sum();
  }

  private static long allocatedNow() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  /** The most memory that a process has had resident, in bytes; 0 when that cannot be known. */
  static long peakResidentOf(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
