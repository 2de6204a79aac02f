package io.copyflow.cli;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.ingest.Root;
import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.FileReader;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.Told;
import io.copyflow.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files that a command reads without a cluster. */
final class FileOptions {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Article files.")
  private List<Path> files = List.of();

  @Option(
      names = "--url",
      paramLabel = "ADDRESS",
      description =
          "Where the file was fetched from, as a crawler knows it: relative links are resolved"
              + " against it. With one FILE only.")
  private @Nullable String url;

  private final FileReader reader = new FileReader(Topics.MAX_RAW_BYTES, new FileAccess(true));

  /**
   * The files, in order.
   *
   * @throws CommandFailedException when one address is given for several of them
   */
  List<Path> files() throws CommandFailedException {
    if (url != null && files.size() > 1) {
      throw new CommandFailedException(
          ExitCode.USAGE, "--url is the address of one file; name a single FILE with it");
    }
    return files;
  }

  /**
   * A file as ingest would send it, but with its path as it was given.
   *
   * @throws CommandFailedException when it cannot be read
   */
  RawArticle read(Path file, Terminal terminal) throws CommandFailedException {
    Path found = terminal.directory().resolve(file);
    var document = new Document(Root.of(found, null, false).source(), file.toString());
    ReadResult result = reader.read(found);
    if (result instanceof ReadResult.Whole whole) {
      var content = ByteBuffer.wrap(whole.content());
      return raw(document, content, content.limit(), whole.sha256(), whole.told());
    } else if (result instanceof ReadResult.TooLarge large) {
      return raw(document, null, large.bytes(), large.sha256(), large.told());
    }
    String reason = ((ReadResult.Failed) result).fault().reason();
    throw new CommandFailedException(ExitCode.FAILED, "cannot read " + file + ": " + reason);
  }

  private RawArticle raw(
      Document document, @Nullable ByteBuffer content, long bytes, Sha256 sha256, Told told) {
    return RawArticle.newBuilder()
        .setDocument(document)
        .setContent(content)
        .setBytes(bytes)
        .setSha256(sha256.hex())
        .setUrl(url)
        .setFileTime(told.fileTime())
        .build();
  }
}
