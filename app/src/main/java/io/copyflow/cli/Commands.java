package io.copyflow.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands in the order of the help page, made when they are asked for. */
final class Commands {

  private final Map<Class<?>, Supplier<CommandLine>> all = new LinkedHashMap<>();
  private final Terminal terminal;

  Commands(Terminal terminal, StopSignal stop) {
    this.terminal = terminal;
    add(RunCommand.class, () -> new RunCommand(terminal, stop));
    add(IngestCommand.class, () -> new IngestCommand(terminal, stop));
    add(ProcessCommand.class, () -> new ProcessCommand(terminal, stop));
    add(TopicsCommand.class, () -> new TopicsCommand(terminal));
    add(ExtractCommand.class, () -> new ExtractCommand(terminal));
    add(HashCommand.class, () -> new HashCommand(terminal));
    add(EvalCommand.class, () -> new EvalCommand(terminal, stop));
    add(ConsumeCommand.class, () -> new ConsumeCommand(terminal, stop));
    add(LedgerCommand.class, () -> new LedgerCommand(terminal, stop));
    add(ExplainCommand.class, () -> new ExplainCommand(terminal));
    add(DigestCommand.class, () -> new DigestCommand(terminal));
    add(WithdrawCommand.class, () -> new WithdrawCommand(terminal));
    add(RebuildCommand.class, () -> new RebuildCommand(terminal));
    add(GenerateCommand.class, () -> new GenerateCommand(terminal));
    add(DoctorCommand.class, () -> new DoctorCommand(terminal));
    add(BenchCommand.class, () -> new BenchCommand(terminal, stop));
    all.put(ProfilesCommand.class, this::profiles);
    all.put(ReplayCommand.class, () -> replay(stop));
    all.put(DeadLettersCommand.class, () -> deadLetters(stop));
  }

  /**
   * Adds them all to the program.
   *
   * @param words commands that these name are made; of the others the headline will do. Null: all
   */
  void addTo(CommandLine program, @Nullable Collection<String> words) {
    all.forEach((type, command) -> {
      var declared = type.getAnnotation(CommandLine.Command.class);
      boolean isAsked = words == null || words.contains(declared.name());
      program.addSubcommand(
          declared.name(), isAsked ? command.get() : new CommandLine(headline(declared)));
    });
  }

  private static CommandSpec headline(CommandLine.Command declared) {
    CommandSpec spec = CommandSpec.create().name(declared.name());
    spec.usageMessage().header(declared.header());
    return spec;
  }

  private <T extends Command> void add(Class<T> type, Supplier<T> command) {
    all.put(type, () -> sub(command.get()));
  }

  private CommandLine profiles() {
    return new CommandLine(new ProfilesCommand())
        .addSubcommand(sub(new ProfilesListCommand(terminal)))
        .addSubcommand(sub(new ProfilesShowCommand(terminal)))
        .addSubcommand(sub(new ProfilesTestCommand(terminal)));
  }

  private CommandLine replay(StopSignal stop) {
    return sub(new ReplayCommand(terminal, stop))
        .addSubcommand(sub(new ReplayListCommand(terminal)))
        .addSubcommand(sub(new ReplayDiffCommand(terminal, stop)))
        .addSubcommand(sub(new ReplayDiscardCommand(terminal)));
  }

  private CommandLine deadLetters(StopSignal stop) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand(sub(new DeadLettersListCommand(terminal)))
        .addSubcommand(sub(new DeadLettersShowCommand(terminal)))
        .addSubcommand(sub(new DeadLettersRedriveCommand(terminal, stop)));
  }

  private static CommandLine sub(Command command) {
    var sub = new CommandLine(command);
    command.settings().addTo(sub.getCommandSpec());
    return sub;
  }
}
