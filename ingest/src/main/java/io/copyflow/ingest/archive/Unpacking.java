package io.copyflow.ingest.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.copyflow.ingest.files.Content;
import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.Packing;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Stamp;
import io.copyflow.ingest.files.Told;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Opens archives by what their names tell. Thread-safe. */
final class Unpacking {

  private static final int BUFFER = 1 << 16;

  /** What even the smallest archive may unpack to. */
  private static final long FLOOR = 1L << 30;

  private final FileAccess access;
  private final long floor;

  Unpacking(FileAccess access) {
    this(access, FLOOR);
  }

  Unpacking(FileAccess access, long floor) {
    this.access = access;
    this.floor = floor;
  }

  Budget budget(Stamp stamp) {
    return new Budget(stamp.size(), floor);
  }

  /** The one document in a file that gzip has packed. */
  ReadResult document(Path file, Stamp stamp, int maxBytes) throws IOException {
    try (InputStream in = gzip(access.open(file))) {
      return Content.read(budget(stamp).over(in), maxBytes, Told.at(stamp.time()));
    }
  }

  /** The items of an archive. */
  Items items(Path file, Budget budget) throws IOException {
    Packing packing = Packing.of(FileNames.last(file));
    if (packing == Packing.ZIP) {
      return zip(file, budget);
    }
    var packed = new Metered(access.open(file));
    InputStream in = new BufferedInputStream(packed, BUFFER);
    try {
      return stream(packing, in, packed, budget);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e instanceof RuntimeException hostile ? Damage.in(hostile) : (IOException) e;
    }
  }

  private Items zip(Path file, Budget budget) throws IOException {
    var channel = access.channel(file);
    try {
      return new ZipItems(channel, budget);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e instanceof RuntimeException hostile ? Damage.in(hostile) : (IOException) e;
    }
  }

  private static Items stream(Packing packing, InputStream in, Metered packed, Budget budget)
      throws IOException {
    return switch (packing) {
      case TAR -> new TarItems(in, packed, budget);
      case TAR_GZIP -> new TarItems(budget.over(gzip(in)), packed, budget);
      case TAR_ZSTD -> new TarItems(budget.over(zstd(in)), packed, budget);
      case WARC -> new WarcItems(in, packed, budget);
      case WARC_GZIP -> new WarcItems(budget.over(gzip(in)), packed, budget);
      case NONE, GZIP, ZIP ->
          throw new IllegalArgumentException(packing + " is no stream of members");
    };
  }

  private static InputStream gzip(InputStream in) throws IOException {
    // Several members, one after the other, are one file; crawlers pack each record by itself.
    boolean allMembers = true;
    return new BufferedInputStream(
        new GzipCompressorInputStream(new BufferedInputStream(in, BUFFER), allMembers), BUFFER);
  }

  private static InputStream zstd(InputStream in) throws IOException {
    return new BufferedInputStream(new ZstdInputStreamNoFinalizer(in), BUFFER);
  }
}
