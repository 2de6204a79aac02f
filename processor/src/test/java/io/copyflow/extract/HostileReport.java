package io.copyflow.extract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the hostile files to a folder, or prints what each of a folder costs.
 *
 * <pre>
 * java … io.copyflow.extract.HostileReport write FOLDER
 * java -Xmx256m … io.copyflow.extract.HostileReport FILE...
 * </pre>
 *
 * The time is that of one thread on the processor, without the start of the JVM; the heap is the
 * most that was in use at once, garbage included.
 */
public final class HostileReport {

  private HostileReport() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("write")) {
      write(Files.createDirectories(Path.of(args[1])));
      return;
    }
    System.out.printf(
        "%-34s %10s %-18s %8s %8s%n", "file", "bytes", "outcome", "CPU ms", "heap MB");
    Extractor extractor = Extractor.standard();
    // What a first file pays for classes and patterns is no cost of the file.
    extractor.extract(
        ArticleFile.exact("标题", "https://example.org/x", ArticleFile.PROSE)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Hints.NONE);
    for (String file : args) {
      report(extractor, Path.of(file));
    }
  }

  private static void write(Path folder) throws IOException {
    for (HostileFile file : HostileFile.all()) {
      Files.write(folder.resolve(file.name()), file.bytes().get());
    }
  }

  private static void report(Extractor extractor, Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    String outcome = outcome(extractor, content);
    long millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    long heap = pools.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() >> 20;
    System.out.printf(
        "%-34s %10d %-18s %8d %8d%n", file.getFileName(), content.length, outcome, millis, heap);
  }

  private static String outcome(Extractor extractor, byte[] content) {
    try {
      return outcome(extractor.extract(content, Hints.NONE));
    } catch (OutOfMemoryError | StackOverflowError | RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** What became of a file, as {@link HostileFile#outcome} has it. */
  static String outcome(Extraction extraction) {
    if (extraction instanceof Extraction.Rejected rejected) {
      return rejected.reason().name();
    }
    return extraction instanceof Extraction.Empty ? "EMPTY" : "ARTICLE";
  }
}
