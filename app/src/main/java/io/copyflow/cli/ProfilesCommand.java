package io.copyflow.cli;

import picocli.CommandLine;

/** The commands about publisher files. */
@CommandLine.Command(
    name = "profiles",
    header = "List, show and try publisher files; needs no cluster.",
    description =
        "A publisher file holds what is particular to one publisher: docs/extraction.md says how to"
            + " write one. --profiles or the setting of that name adds a folder of them to those of"
            + " the build, wherever articles are extracted.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  copyflow profiles list",
      "  copyflow profiles show dw.com > mine/dw.com.yaml",
      "  copyflow profiles test mine/dw.com.yaml my-articles",
      "  copyflow extract --profiles mine my-articles/*.txt"
    })
final class ProfilesCommand {}
