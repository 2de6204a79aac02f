package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.deadletters.DeadLetters;
import io.copyflow.deadletters.Letter;
import io.copyflow.settings.Settings;
import io.copyflow.topics.Keys;
import io.copyflow.wire.Wire;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which raw records are in dead letters, and what has become of them. */
@CommandLine.Command(
    name = "list",
    header = "List raw records that were refused, each once, with its latest reason.",
    description =
        "A dead letter is OPEN as long as its raw record is rejected, RESOLVED when it was read"
            + " again since and is not rejected any more, and PARKED after three failures in a row.",
    footer = {
      "",
      "Examples:",
      "  copyflow dead-letters list",
      "  copyflow dead-letters list --state PARKED --since 2031-05-01 -o jsonl"
    })
final class DeadLettersListCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final LetterFilter filter = new LetterFilter();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      description = "Only those in this state: ${COMPLETION-CANDIDATES}; may be repeated.")
  private Set<Letter.State> states = EnumSet.noneOf(Letter.State.class);

  DeadLettersListCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Settings loaded, Cluster cluster) {
    var wire = Wire.of(loaded.registry());
    var all = new DeadLetters(loaded.topics(), wire, cluster.client(loaded)).list(filter.filter());
    List<Letter> letters =
        all.stream().filter(letter -> states.isEmpty() || states.contains(letter.state())).toList();
    var table = new Table("STATE", "TRY", "REASON", "RAW", "DOCUMENT", "CAUSE");
    letters.forEach(letter ->
        table.row(
            letter.state(),
            letter.attempt(),
            letter.reason(),
            Keys.of(letter.raw()),
            letter.document(),
            letter.detail()));
    output.print(
        terminal.out(),
        letters.isEmpty() ? List.of() : table.lines(),
        letters.stream().map(DeadLettersListCommand::json).toList());
    terminal.say(counted(letters));
    return ExitCode.OK;
  }

  private static String counted(List<Letter> letters) {
    var counts = new long[Letter.State.values().length];
    letters.forEach(letter -> counts[letter.state().ordinal()]++);
    return String.format(
        Locale.ROOT, "%,d open, %,d parked, %,d resolved", counts[0], counts[1], counts[2]);
  }

  private static ObjectNode json(Letter letter) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("state", letter.state().name())
        .put("document", letter.document())
        .put("raw", Keys.of(letter.raw()))
        .put("ingestedAt", letter.ingestedAt().toString())
        .put("reason", letter.reason())
        .put("stage", letter.stage())
        .put("detail", letter.detail())
        .put("attempt", letter.attempt())
        .put("failures", letter.failures())
        .put("rules", letter.rules());
  }
}
