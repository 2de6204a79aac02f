package io.copyflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.logging.Logs;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code copyflow COMMAND}. */
@CommandLine.Command(
    name = "copyflow",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Copyflow.Version.class,
    header = "Copyflow takes raw news articles in and gives enriched, deduplicated records out.",
    description = "Data goes to standard output, talk to standard error.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nArguments:%n",
    descriptionHeading = "%n",
    footer = {"", "Example:", "  copyflow run samples --once"})
public final class Copyflow {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Say more on standard error, stack traces included.")
  private boolean verbose;

  private static final String COMPLETION = "completion";

  private Copyflow() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var terminal = Terminal.ofProcess();
    var stop = StopSignal.install(terminal.err());
    int exitCode = ExitCode.FAILED;
    try {
      exitCode = execute(terminal, stop, arguments);
    } catch (Error e) {
      // Out of memory, a broken class path: nothing can be done, but it can be said in one line.
      terminal.say(Failure.of(e).line());
    } finally {
      terminal.out().flush();
      stop.finished();
    }
    System.exit(exitCode);
  }

  /** Runs a command in this process. */
  static int execute(Terminal terminal, StopSignal stop, String... arguments) {
    var words = List.of(arguments).contains(COMPLETION) ? null : List.of(arguments);
    return commandLine(terminal, stop, words).execute(arguments);
  }

  /** The whole command line. */
  static CommandLine commandLine(Terminal terminal, StopSignal stop) {
    return commandLine(terminal, stop, null);
  }

  /**
   * Each command's options cost milliseconds, and what they name loads classes by the hundred: only
   * commands that are spoken of are made, the others are a name and a headline.
   *
   * @param words what the user typed, or null to make everything
   */
  private static CommandLine commandLine(
      Terminal terminal, StopSignal stop, @Nullable Collection<String> words) {
    var copyflow = new Copyflow();
    var line = new CommandLine(copyflow);
    new Commands(terminal, stop).addTo(line, words);
    line.addSubcommand(new HelpCommand());
    line.addSubcommand(COMPLETION, new GenerateCompletion());
    line.setOut(new PrintWriter(terminal.out(), true, UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(parsed -> copyflow.run(parsed));
    line.setParameterExceptionHandler((e, args) -> misused(terminal, e));
    line.setExecutionExceptionHandler((e, cmd, parsed) -> copyflow.failed(terminal, e));
    describeExitCodes(line);
    return line;
  }

  private static void describeExitCodes(CommandLine line) {
    line.getCommandSpec().usageMessage().exitCodeList(ExitCode.descriptions());
    line.getSubcommands().values().forEach(Copyflow::describeExitCodes);
  }

  private int run(CommandLine.ParseResult parsed) {
    if (verbose) {
      Logs.verbose();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int misused(Terminal terminal, ParameterException e) {
    var command = e.getCommandLine();
    terminal.say(Failure.said(e));
    if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      String name = command.getCommandSpec().qualifiedName();
      terminal.err().println("Try '" + name + " --help'.");
    }
    return ExitCode.USAGE;
  }

  private int failed(Terminal terminal, Exception e) {
    var failure = Failure.of(e);
    terminal.say(failure.line());
    if (verbose) {
      e.printStackTrace(terminal.err());
    }
    return failure.exitCode();
  }

  /** The version that the build wrote into the jar. */
  static String version() {
    String version = Copyflow.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  /** What {@code --version} says; every help page asks for it, so it must not wake a logger. */
  static final class Version implements CommandLine.IVersionProvider {

    private static final String KAFKA = "/kafka/kafka-version.properties";

    @Override
    public String[] getVersion() throws IOException {
      return new String[] {
        "copyflow " + version(), "Java " + Runtime.version() + ", Kafka " + kafka()
      };
    }

    private static String kafka() throws IOException {
      var properties = new Properties();
      try (var file = Copyflow.class.getResourceAsStream(KAFKA)) {
        if (file != null) {
          properties.load(file);
        }
      }
      return properties.getProperty("version", "(unknown)");
    }
  }
}
