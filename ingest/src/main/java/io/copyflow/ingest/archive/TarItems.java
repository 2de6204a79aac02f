package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Content;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.Reasons;
import io.copyflow.ingest.files.Told;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/** A tar file, as a stream. */
final class TarItems implements Items {

  private final TarHeaders tar;
  private final Metered packed;
  private final Budget budget;

  /**
   * Opens a tar file.
   *
   * @param in unpacked; closed with it
   * @param packed counts what is read of the file
   * @param budget for the members, which may be larger than the file where they have holes
   */
  TarItems(InputStream in, Metered packed, Budget budget) {
    this.tar = new TarHeaders(in);
    this.packed = packed;
    this.budget = budget;
  }

  @Override
  public @Nullable Item next() throws IOException {
    TarArchiveEntry entry = tar.next();
    while (entry != null && entry.isDirectory()) {
      entry = tar.next();
    }
    if (entry == null && tar.endsEarly()) {
      throw new IOException("it ends without the mark of its end");
    }
    return entry == null ? null : item(entry);
  }

  @Override
  public long position() {
    return packed.bytes();
  }

  private Item item(TarArchiveEntry entry) throws IOException {
    String name = FileNames.encode(tar.name(entry));
    if (entry.isSymbolicLink() || entry.isLink()) {
      return new Item.LeftOut(name, "a link; the file that it points to is taken where it lies");
    }
    if (entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
      return new Item.LeftOut(name, Reasons.SPECIAL);
    }
    var told = Told.at(entry.getLastModifiedTime().toInstant());
    return new Item.Document(
        new Item.Name(name, true),
        entry.getRealSize(),
        maxBytes -> Content.read(budget.over(tar), maxBytes, told));
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
