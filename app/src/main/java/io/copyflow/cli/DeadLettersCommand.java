package io.copyflow.cli;

import picocli.CommandLine;

/** The commands about dead letters. */
@CommandLine.Command(
    name = "dead-letters",
    header = "List, show and try again what could not become an article.",
    description =
        "A dead letter is a raw record that was refused, with the reason, the original bytes and"
            + " headers. docs/dead-letters.md says how to work with them.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  copyflow dead-letters list --reason NO_HEADER --source dw",
      "  copyflow dead-letters show dw/2031/ferry.html --bytes > ferry.html",
      "  copyflow dead-letters redrive --dry-run",
      "  copyflow dead-letters redrive --reason TOO_COMPLEX --rate 50"
    })
final class DeadLettersCommand {}
