package io.copyflow.ingest.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;
import org.jspecify.annotations.Nullable;

/**
 * A tar stream that keeps what the library forgets: the bytes of a name, and whether the end was
 * marked. A name in a header is bytes, read here as ISO 8859-1, which loses none; a name in a pax
 * extended header is UTF-8 (POSIX.1-2001, pax), and the library does not say which it was.
 */
final class TarHeaders extends TarArchiveInputStream {

  private static final ZipEncoding BYTES = ZipEncodingHelper.getZipEncoding(ISO_8859_1.name());
  private static final int TYPE = 156;

  private byte @Nullable [] header;
  private boolean extended;

  TarHeaders(InputStream in) {
    super(in, ISO_8859_1.name());
  }

  /** The next entry of any kind; null behind the last. */
  @Nullable TarArchiveEntry next() throws IOException {
    extended = false;
    return getNextEntry();
  }

  @Override
  protected byte[] readRecord() throws IOException {
    byte[] read = super.readRecord();
    header = read == null ? null : read.clone();
    extended |= read != null && read[TYPE] == TarArchiveEntry.LF_PAX_EXTENDED_HEADER_LC;
    return read;
  }

  /** Whether the stream ended where a header should have been. */
  boolean endsEarly() {
    return header == null;
  }

  /** The bytes of the name of the entry that was read last. */
  byte[] name(TarArchiveEntry entry) throws IOException {
    boolean own =
        header != null && new TarArchiveEntry(header, BYTES).getName().equals(entry.getName());
    return entry.getName().getBytes(extended && !own ? UTF_8 : ISO_8859_1);
  }
}
