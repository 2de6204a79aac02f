package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.Withdrawal;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Json;
import io.copyflow.wire.Wire;
import io.copyflow.withdrawal.Withdrawals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an article out of sight, or lets it be seen again. */
@CommandLine.Command(
    name = "withdraw",
    header = "Take an article out of sight, for good or until --undo.",
    description = {
      "The topic of articles gets a tombstone, and the article stays out: with every later revision,"
          + " on every replay, and also when its first file is yet to come. Its outcomes stay, and"
          + " say that it is withdrawn. Copies of its text under other articles stay copies. A"
          + " running processor acts at once, any other when it starts.",
      "",
      "Saying it twice changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  copyflow withdraw https://www.dw.com/zh/a-66798081 --why 'court order 7/2031'",
      "  copyflow withdraw p:dw.com:a-66798081 --undo --why 'order lifted'"
    })
final class WithdrawCommand extends ClusterCommand {

  private static final Pattern ARTICLE_ID = Pattern.compile("[puc]:\\S+");

  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "URL|ID", description = "A URL of the article, or its article id.")
  private String article = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "The reason; must be given, but for --undo.")
  private String why = "";

  @Option(
      names = "--who",
      paramLabel = "NAME",
      description = "Who decided (default: the user's name on this machine).")
  private String who = System.getProperty("user.name", "");

  @Option(names = "--undo", description = "Let the article be seen again, with all its revisions.")
  private boolean undo;

  WithdrawCommand(Terminal terminal) {
    super(terminal, SettingKeys.PROFILES);
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws CommandFailedException, ProfilesException {
    if (why.isBlank() && !undo) {
      throw new CommandFailedException(ExitCode.USAGE, "--why TEXT is missing: say why");
    }
    String articleId = articleId(new ExtractionRules(Rules.extractor(loaded, terminal)));
    cluster.prepareTopics(loaded);
    var withdrawals =
        new Withdrawals(loaded.topics(), Wire.of(loaded.registry()), cluster.client(loaded));
    if (!undo && !withdrawals.isPublished(articleId)) {
      String note = " is not published now; should it come, it stays out";
      terminal.say(articleId + note);
    }
    var decision =
        new Withdrawal(articleId, undo, why, who, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    var before = withdrawals.decide(decision);
    ObjectNode json = Json.toJson(before.orElse(decision));
    json.put("changed", before.isEmpty());
    output.print(terminal.out(), line(articleId, before.isEmpty()), json);
    return ExitCode.OK;
  }

  private String line(String articleId, boolean changed) {
    String now = undo ? "not withdrawn" : "withdrawn";
    return String.format(Locale.ROOT, "%s is %s%s", articleId, now, changed ? "" : " already");
  }

  private String articleId(ExtractionRules rules) throws CommandFailedException {
    if (ARTICLE_ID.matcher(article).matches()) {
      return article;
    }
    return rules
        .articleId(article)
        .orElseThrow(() ->
            new CommandFailedException(
                ExitCode.USAGE,
                article + " is no URL and no article id; copyflow explain FILE tells the id"));
  }
}
