package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.generate.Archive;
import io.copyflow.generate.ArchiveSpec;
import io.copyflow.generate.Order;
import io.copyflow.generate.page.Disguise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A synthetic archive, without a cluster. */
@CommandLine.Command(
    name = "generate",
    header = "Write a synthetic archive and what has to become of each file; needs no cluster.",
    description =
        "Writes invented articles in Chinese and English, in the layouts of several publishers, and"
            + " "
            + Archive.MANIFEST
            + " with one line for each file: the outcome that it must have. The same options give"
            + " the same bytes. ledger --manifest holds a ledger against it; docs/generate.md says"
            + " what is in both.",
    footer = {
      "",
      "Examples:",
      "  copyflow generate --files 1000 --duplicates 150 --revisions 50 --bad 15 archive",
      "  copyflow run --once archive && copyflow ledger --manifest archive/" + Archive.MANIFEST
    })
final class GenerateCommand implements Command {

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--files",
      required = true,
      paramLabel = "N",
      description = "Files in all, the following ones among them.")
  private int files;

  @Option(
      names = "--duplicates",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Files that show a content again: under another address, in the other Chinese script, or"
              + " as the same article fetched once more, each with a change that no reader sees"
              + " (default: 0).")
  private int duplicates;

  @Option(
      names = "--revisions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Files that change title or text of an article (default: 0).")
  private int revisions;

  @Option(
      names = "--bad",
      paramLabel = "N",
      defaultValue = "0",
      description = "Files that cannot become an article, for each reason in turn (default: 0).")
  private int bad;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another seed is another archive (default: 1).")
  private long seed;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "by-name",
      converter = OrderName.class,
      description =
          "How the names, and so ingestion, order the files: by-name with originals first, reversed"
              + " with copies and revisions first, shuffled (default: by-name).")
  private Order order = Order.BY_NAME;

  @Option(
      names = "--kinds",
      paramLabel = "KIND",
      split = ",",
      description = "Kinds of changes that copies show: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Disguise> kinds = new ArrayList<>(EnumSet.allOf(Disguise.class));

  @Option(
      names = "--paragraphs",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Paragraphs by which each text is longer than a notice of four to seven; 40 give the 8 KB"
              + " of a usual article (default: 0).")
  private int paragraphs;

  @Parameters(paramLabel = "DIR", description = "Folder to write; empty or not yet there.")
  private Path folder = Path.of("");

  private final Terminal terminal;

  GenerateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws CommandFailedException {
    var archive = new Archive(spec());
    try {
      print(archive.write(terminal.directory().resolve(folder)));
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.FAILED, "cannot write the archive: " + Failure.said(e));
    }
  }

  private ArchiveSpec spec() throws CommandFailedException {
    try {
      return new ArchiveSpec(
          files, duplicates, revisions, bad, seed, order, Set.copyOf(kinds), paragraphs);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, Failure.said(e));
    }
  }

  private void print(Map<String, Integer> outcomes) {
    var table = new Table("EXPECTED", "FILES");
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("files", files);
    var counts = json.putObject("outcomes");
    outcomes.forEach((outcome, count) -> {
      table.row(outcome, count);
      counts.put(outcome, count);
    });
    json.put("manifest", folder.resolve(Archive.MANIFEST).toString());
    var lines = new ArrayList<>(table.lines());
    lines.add("Manifest: " + folder.resolve(Archive.MANIFEST));
    output.print(terminal.out(), lines, json);
  }

  /** Names of orders as the command line spells them. */
  static final class OrderName implements CommandLine.ITypeConverter<Order> {
    @Override
    public Order convert(String name) {
      for (Order order : Order.values()) {
        if (order.name().replace('_', '-').equalsIgnoreCase(name)) {
          return order;
        }
      }
      throw new CommandLine.TypeConversionException(
          "expected by-name, reversed or shuffled, not " + name);
    }
  }
}
