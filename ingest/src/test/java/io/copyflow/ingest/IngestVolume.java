package io.copyflow.ingest;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Very many small files, ingested twice by a process with the launcher's memory: time and peak
 * memory of both runs, the second of which must send nothing.
 *
 * <pre>IngestVolume folder|tree|archive FILES</pre>
 *
 * <p>{@code folder} puts all into one folder, {@code tree} a thousand into each, {@code archive}
 * into a tar.zst.
 */
public final class IngestVolume {

  private static final int BYTES = 1700;
  private static final int IN_A_FOLDER = 1000;
  private static final List<String> JVM = List.of("-Xmx768m", "-XX:+UseSerialGC");

  private final Random random = new Random(7);

  private IngestVolume() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int files = Integer.parseInt(arguments[1]);
    Path work = Files.createTempDirectory("volume");
    var broker = new TestBroker();
    try (var open = broker.opened()) {
      Path source = new IngestVolume().lay(arguments[0], files, work);
      String prefix = "volume.";
      broker.create(prefix);
      for (String run : List.of("first", "second")) {
        var taken =
            BenchmarkRun.of(JVM, List.of("once", broker.address(), prefix, source.toString(), run));
        System.out.printf(
            "%s of %d, %s run: %.1f s, %,.0f files/s, %.0f µs CPU a file, peak %d MiB%n",
            arguments[0],
            files,
            run,
            taken.seconds(),
            files / taken.seconds(),
            taken.cpuSeconds() * 1e6 / files,
            taken.peakMiB());
      }
    } finally {
      try (var all = Files.walk(work)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private Path lay(String what, int files, Path work) throws IOException {
    if (what.equals("archive")) {
      return archive(work.resolve("volume.tar.zst"), files);
    }
    Path folder = Files.createDirectory(work.resolve(what));
    Path into = folder;
    for (int i = 0; i < files; i++) {
      if (what.equals("tree") && i % IN_A_FOLDER == 0) {
        into =
            Files.createDirectories(
                folder.resolve("%03d/%03d".formatted(i / 100_000, i / 1000 % 100)));
      }
      Files.write(into.resolve("%07d.html".formatted(i)), content(i));
    }
    return folder;
  }

  private Path archive(Path file, int files) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file));
        var tar = new TarArchiveOutputStream(new ZstdOutputStream(out))) {
      for (int i = 0; i < files; i++) {
        byte[] content = content(i);
        var entry = new TarArchiveEntry("%03d/%07d.html".formatted(i / IN_A_FOLDER, i));
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return file;
  }

  /** Words by chance, so that it is packed about as far as text is. */
  private byte[] content(int number) {
    var text = new StringBuilder("<p>article ").append(number);
    while (text.length() < BYTES) {
      text.append(' ').append(Integer.toString(random.nextInt(5000), Character.MAX_RADIX));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
