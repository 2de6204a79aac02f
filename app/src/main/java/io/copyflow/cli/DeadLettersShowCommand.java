package io.copyflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Header;
import io.copyflow.deadletters.DeadLetters;
import io.copyflow.settings.Settings;
import io.copyflow.topics.Keys;
import io.copyflow.wire.Json;
import io.copyflow.wire.Wire;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is in a dead letter. */
@CommandLine.Command(
    name = "show",
    header = "Show a dead letter: why, and what the file holds.",
    description =
        "Prints the latest dead letter of a document, and its text as far as it is UTF-8, with"
            + " control characters escaped. --bytes writes the original bytes instead, unchanged.",
    footer = {
      "",
      "Examples:",
      "  copyflow dead-letters show dw/2031/ferry.html",
      "  copyflow dead-letters show 0-17 --bytes > ferry.html"
    })
final class DeadLettersShowCommand extends ClusterCommand {

  private static final int MOST_LINES = 40;
  private static final int MOST_BYTES = 8 << 10;

  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "DOCUMENT|POSITION",
      description =
          "A document (SOURCE/PATH or the end of it), or a raw record (PARTITION-OFFSET).")
  private String question = "";

  @Option(names = "--bytes", description = "Write the original bytes to standard output.")
  private boolean bytes;

  DeadLettersShowCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws CommandFailedException {
    var wire = Wire.of(loaded.registry());
    DeadLetter letter =
        new DeadLetters(loaded.topics(), wire, cluster.client(loaded))
            .find(question)
            .orElseThrow(() ->
                new CommandFailedException(
                    ExitCode.FAILED,
                    question + " is not in dead letters; copyflow explain says what became of it"));
    if (bytes) {
      write(letter);
    } else {
      output.print(terminal.out(), lines(letter), Json.toJson(letter));
    }
    return ExitCode.OK;
  }

  private void write(DeadLetter letter) throws CommandFailedException {
    if (letter.getContent() == null) {
      String why = letter.getContentLeftOut() ? "too large to be kept there" : "none";
      throw new CommandFailedException(
          ExitCode.FAILED,
          "the dead letter has no bytes (%s); the raw record is %s"
              .formatted(why, Keys.of(letter.getRaw())));
    }
    byte[] content = bytes(letter.getContent(), Integer.MAX_VALUE);
    terminal.out().write(content, 0, content.length);
  }

  private static List<String> lines(DeadLetter letter) {
    var lines = new ArrayList<String>();
    lines.add(Keys.of(letter.getDocument()));
    lines.add(fact("reason", letter.getReason() + ": " + letter.getDetail()));
    String at = letter.getAt() < 0 ? "" : ", byte " + letter.getAt();
    lines.add(fact("stage", letter.getStage() + at));
    lines.add(fact("attempt", letter.getAttempt()));
    lines.add(fact("raw record", letter.getRaw().getTopic() + " " + Keys.of(letter.getRaw())));
    lines.add(
        fact(
            "judged by",
            letter.getExtractor().getName() + " " + letter.getExtractor().getVersion()));
    if (letter.getBytes() != null) {
      lines.add(fact("file", letter.getBytes() + " bytes, SHA-256 " + letter.getSha256()));
    }
    for (Header header : letter.getHeaders()) {
      lines.add(fact("header", header.getName() + ": " + text(header.getValue())));
    }
    if (letter.getHeadersLeftOut() > 0) {
      lines.add(fact("header", "and " + letter.getHeadersLeftOut() + " more"));
    }
    text(letter.getContent()).lines().limit(MOST_LINES).forEach(line -> lines.add("    " + line));
    return lines;
  }

  private static String fact(String name, Object value) {
    return String.format(Locale.ROOT, "  %-12s%s", name, value);
  }

  private static String text(@Nullable ByteBuffer content) {
    return content == null ? "" : new String(bytes(content, MOST_BYTES), UTF_8);
  }

  private static byte[] bytes(ByteBuffer content, int most) {
    var bytes = new byte[Math.min(most, content.remaining())];
    content.duplicate().get(bytes);
    return bytes;
  }
}
