package io.copyflow.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where figures were taken.
 *
 * @param system name, release and architecture of the operating system
 * @param processor the processor's name, or its architecture where the system does not tell
 * @param cores that the JVM sees
 * @param memoryBytes of the machine
 * @param java version and vendor of the JVM
 * @param options of the JVM, as far as they begin with -X
 * @param kafka version
 * @param loadBefore load average before the run, negative where the system has none
 * @param loadAfter the same after it; above the number of cores, others were at work
 */
public record Machine(
    String system,
    String processor,
    int cores,
    long memoryBytes,
    String java,
    List<String> options,
    String kafka,
    double loadBefore,
    double loadAfter) {

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static Machine now(double loadBefore) {
    var os =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        os.getName() + " " + os.getVersion() + " " + os.getArch(),
        processor(os.getArch()),
        os.getAvailableProcessors(),
        os.getTotalMemorySize(),
        Runtime.version() + " " + System.getProperty("java.vendor"),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("-X"))
            .filter(option -> !option.contains("/"))
            .filter(option -> !option.contains(" "))
            .toList(),
        AppInfoParser.getVersion(),
        loadBefore,
        load());
  }

  private static String processor(String otherwise) {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
