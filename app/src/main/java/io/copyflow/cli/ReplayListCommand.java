package io.copyflow.cli;

import io.copyflow.avro.Generation;
import io.copyflow.avro.ReplayFilter;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Which generations there are. */
@CommandLine.Command(
    name = "list",
    header = "List the generations: what each is at, by which rules, what it would change.",
    description =
        "RUNNING reads, or was interrupted; READY can be compared, promoted or discarded; PROMOTING"
            + " is being promoted, or was interrupted; PROMOTED is live; DISCARDED is being"
            + " deleted.",
    footer = {"", "Example:", "  copyflow replay list"})
final class ReplayListCommand extends ReplaySubcommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  ReplayListCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws CommandFailedException {
    cluster.prepareTopics(loaded);
    List<Generation> all = generations(loaded, cluster).list();
    var table = new Table("GENERATION", "STATE", "RULES", "READ", "DIFFERING", "FILTER");
    all.forEach(generation ->
        table.row(
            generation.getId(),
            generation.getState(),
            generation.getRules(),
            generation.getDone() + "/" + generation.getTotal(),
            said(generation.getDiffering()),
            filter(generation.getFilter())));
    output.print(
        terminal.out(),
        all.isEmpty() ? List.of("no generation") : table.lines(),
        all.stream().map(Json::toJson).toList());
    return ExitCode.OK;
  }

  private static String said(@Nullable Object value) {
    return value == null ? "?" : value.toString();
  }

  private static String filter(ReplayFilter filter) {
    String conditions =
        Stream.of(
                condition("since", filter.getSince()),
                condition("until", filter.getUntil()),
                condition("source", filter.getSource()),
                condition("article", filter.getArticleId()),
                condition("reason", filter.getReason()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return conditions.isEmpty() ? "all" : conditions;
  }

  private static @Nullable String condition(String name, @Nullable Object value) {
    return value == null ? null : name + " " + value;
  }
}
