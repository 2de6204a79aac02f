package io.copyflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.logging.Logs;
import io.copyflow.logging.Printable;
import java.io.PrintWriter;
import java.util.List;
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
      say(terminal, Failure.of(e).line());
    } finally {
      terminal.out().flush();
      stop.finished();
    }
    System.exit(exitCode);
  }

  /** Runs a command in this process. */
  static int execute(Terminal terminal, StopSignal stop, String... arguments) {
    return commandLine(terminal, stop).execute(arguments);
  }

  static CommandLine commandLine(Terminal terminal, StopSignal stop) {
    var copyflow = new Copyflow();
    var line = new CommandLine(copyflow);
    commands(terminal, stop).forEach(command -> line.addSubcommand(sub(command)));
    line.addSubcommand(profiles(terminal));
    line.addSubcommand(replay(terminal, stop));
    line.addSubcommand(new HelpCommand());
    line.addSubcommand("completion", new GenerateCompletion());
    line.setOut(new PrintWriter(terminal.out(), true, UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(parsed -> copyflow.run(parsed));
    line.setParameterExceptionHandler((e, args) -> misused(terminal, e));
    line.setExecutionExceptionHandler((e, cmd, parsed) -> copyflow.failed(terminal, e));
    describeExitCodes(line);
    return line;
  }

  private static List<Command> commands(Terminal terminal, StopSignal stop) {
    return List.of(
        new RunCommand(terminal, stop),
        new IngestCommand(terminal, stop),
        new ProcessCommand(terminal, stop),
        new TopicsCommand(terminal),
        new ExtractCommand(terminal),
        new HashCommand(terminal),
        new EvalCommand(terminal, stop),
        new ConsumeCommand(terminal, stop),
        new LedgerCommand(terminal, stop),
        new ExplainCommand(terminal),
        new DigestCommand(terminal),
        new WithdrawCommand(terminal),
        new RebuildCommand(terminal),
        new GenerateCommand(terminal),
        new DoctorCommand(terminal));
  }

  private static CommandLine profiles(Terminal terminal) {
    return new CommandLine(new ProfilesCommand())
        .addSubcommand(sub(new ProfilesListCommand(terminal)))
        .addSubcommand(sub(new ProfilesShowCommand(terminal)))
        .addSubcommand(sub(new ProfilesTestCommand(terminal)));
  }

  private static CommandLine replay(Terminal terminal, StopSignal stop) {
    return sub(new ReplayCommand(terminal, stop))
        .addSubcommand(sub(new ReplayListCommand(terminal)))
        .addSubcommand(sub(new ReplayDiffCommand(terminal, stop)))
        .addSubcommand(sub(new ReplayDiscardCommand(terminal)));
  }

  private static CommandLine sub(Command command) {
    var sub = new CommandLine(command);
    command.settings().addTo(sub.getCommandSpec());
    return sub;
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
    say(terminal, Failure.said(e));
    if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      String name = command.getCommandSpec().qualifiedName();
      terminal.err().println("Try '" + name + " --help'.");
    }
    return ExitCode.USAGE;
  }

  private int failed(Terminal terminal, Exception e) {
    var failure = Failure.of(e);
    say(terminal, failure.line());
    if (verbose) {
      e.printStackTrace(terminal.err());
    }
    return failure.exitCode();
  }

  private static void say(Terminal terminal, String line) {
    terminal.err().println("copyflow: " + Printable.line(line));
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Copyflow.class.getPackage().getImplementationVersion();
      return new String[] {
        "copyflow " + (version == null ? "(development)" : version),
        "Java "
            + Runtime.version()
            + ", Kafka "
            + org.apache.kafka.common.utils.AppInfoParser.getVersion()
      };
    }
  }
}
