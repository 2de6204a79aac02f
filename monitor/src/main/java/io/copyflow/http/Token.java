package io.copyflow.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * What whoever wants to change something has to show. It lies in a file that its owner alone can
 * read, so whoever can show it may do what the process may do. It is sent in a header of its own,
 * which no page from elsewhere can set, and which leaves {@code Authorization} to a proxy.
 * Immutable.
 */
public final class Token {

  /** The header that carries it. */
  public static final String HEADER = "copyflow-token";

  private static final int BYTES = 32;
  private static final int LEAST_LETTERS = 16;
  private static final int MOST_BYTES = 4_096;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  private final Path file;
  private final byte[] value;

  private Token(Path file, byte[] value) {
    this.file = file;
    this.value = value;
  }

  /**
   * The token of a file, which is made when it is not there: with 256 bits of chance, readable by
   * its owner only.
   *
   * @throws IOException when there is none and it cannot be made, or what is there is no secret;
   *     the message is one line
   */
  public static Token in(Path file) throws IOException {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; both use the same.
    }
    return read(file);
  }

  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    try (SeekableByteChannel out =
        isPosix(file)
            ? Files.newByteChannel(file, options, mode)
            : Files.newByteChannel(file, options)) {
      out.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    }
  }

  private static Token read(Path file) throws IOException {
    if (isPosix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      throw new IOException(file + " is open to everybody on this machine: chmod 600 it");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " is too large for a token");
    }
    String text = Files.readString(file, UTF_8).strip();
    if (!text.matches("[!-~]{" + LEAST_LETTERS + ",}")) {
      throw new IOException(
          "%s holds no token of %d letters or more; delete it, and one is made"
              .formatted(file, LEAST_LETTERS));
    }
    return new Token(file, text.getBytes(US_ASCII));
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** Whether a request shows it; takes as long for a wrong one as for the right one. */
  boolean isShownIn(Request request) {
    String shown = request.getHeaders().get(HEADER);
    return shown != null && MessageDigest.isEqual(shown.getBytes(UTF_8), value);
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "Token[" + file + "]";
  }
}
