package io.copyflow.extract.body;

import io.copyflow.extract.LinkKind;
import io.copyflow.extract.publisher.LineRules;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import io.copyflow.extract.text.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges block after block, in order, whether it is article text, and notes what it is otherwise.
 * Not thread-safe: one per body.
 */
final class Judge {

  /** A block that was judged: its text, empty when it is none, and what its links are for. */
  record Verdict(Block block, String text, LinkKind links) {
    boolean isText() {
      return !text.isEmpty();
    }
  }

  /** No line that is boilerplate as a whole is longer; keeps patterns off long paragraphs. */
  private static final int LONGEST_LINE = 300;

  private static final int LONGEST_CREDIT = 120;

  private static final int OPENING_BLOCKS = 2;

  private static final Pattern HAN_GAP = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

  private final PublisherProfile profile;
  private final Findings findings = new Findings();
  private final Opening opening;
  private final Closing closing;
  private final String titleLetters;
  private final List<Verdict> verdicts = new ArrayList<>();
  private int texts;
  private boolean over;

  Judge(PublisherProfile profile, @Nullable String title) {
    this.profile = profile;
    this.titleLetters = Letters.of(title == null ? "" : title);
    this.opening = new Opening(profile, findings);
    this.closing = new Closing(profile, findings);
  }

  Findings findings() {
    return findings;
  }

  List<Verdict> judge(List<Block> blocks) {
    for (Block block : blocks) {
      Verdict verdict = over ? none(block, LinkKind.OTHER) : judge(block);
      texts += verdict.isText() ? 1 : 0;
      verdicts.add(verdict);
    }
    dropTrailingLinks();
    return verdicts;
  }

  private Verdict judge(Block block) {
    if (texts < OPENING_BLOCKS && (isTitle(block) || opening.takesStamp(block))) {
      return none(block, LinkKind.OTHER);
    }
    if (isRelated(block)) {
      return none(block, LinkKind.RELATED);
    }
    var kept = new ArrayList<String>();
    for (String line : block.lines()) {
      String text = over ? "" : judge(line);
      if (!text.isEmpty()) {
        kept.add(text);
      }
    }
    return kept.isEmpty()
        ? none(block, LinkKind.AGENCY)
        : new Verdict(block, String.join("\n", kept), LinkKind.REFERENCE);
  }

  /** What is left of a line. */
  private String judge(String whole) {
    String line = withoutPieces(whole);
    LineRules rules = profile.rules().lines().of(line);
    if (takesRights(line, rules) || isCut(line, rules)) {
      return "";
    }
    if (line.length() <= LONGEST_LINE && takesWhole(line, rules)) {
      return "";
    }
    String body = texts < OPENING_BLOCKS ? opening.withoutDateline(line, rules) : line;
    String text = closing.withoutEndMarks(body);
    return text.length() <= LONGEST_LINE && !text.equals(line) && takesWhole(text) ? "" : text;
  }

  /** The line without what interrupts it, which may name the authors. */
  private String withoutPieces(String line) {
    String rest = profile.rules().cutOut().cutOut(line, this::noteNames);
    return rest.equals(line) ? line : Fold.line(rest);
  }

  private void noteNames(Matcher byline) {
    Opening.group(byline, "names").ifPresent(n -> findings.authors.addAll(Names.in(n, profile)));
  }

  private boolean takesWhole(String line) {
    return takesWhole(line, profile.rules().lines().of(line));
  }

  private boolean takesWhole(String line, LineRules rules) {
    boolean isShort = line.length() <= LONGEST_CREDIT;
    return (isShort && (takesCredit(line, rules) || takesByline(line, rules)))
        || rules.boilerplate().whole(line) != null;
  }

  private boolean takesCredit(String line, LineRules rules) {
    if (rules.credits().whole(line) == null) {
      return false;
    }
    noteAgencies(line);
    return true;
  }

  private void noteAgencies(String credit) {
    Matcher agency = profile.rules().agencies().matcher(credit);
    while (agency.find()) {
      findings.agencies.add(agency.group());
    }
  }

  private boolean takesByline(String line, LineRules rules) {
    @Nullable Matcher byline = rules.bylines().whole(line);
    if (byline == null) {
      return false;
    }
    noteNames(byline);
    Opening.group(byline, "credit").ifPresent(this::noteAgencies);
    return true;
  }

  private boolean takesRights(String line, LineRules rules) {
    @Nullable Matcher rights = rules.rights().start(line);
    if (rights == null) {
      return false;
    }
    if (findings.rights == null) {
      // A line spread over inline tags has gaps that nobody sees between Han characters.
      findings.rights = HAN_GAP.matcher(rights.group().strip()).replaceAll("");
    }
    return true;
  }

  private boolean isCut(String line, LineRules rules) {
    @Nullable Matcher cut = rules.cutFrom().start(line);
    over |= cut != null;
    return over;
  }

  private boolean isTitle(Block block) {
    return !titleLetters.isEmpty()
        && block.length() >= titleLetters.length()
        && areSpelt(block.lines(), titleLetters);
  }

  private boolean isRelated(Block block) {
    String first = block.lines().get(0);
    @Nullable Matcher label = profile.rules().lines().of(first).related().start(first);
    boolean listed = block.kind() == Block.Kind.ITEM && block.isAllLink();
    return listed || (label != null && (label.end() == first.length() || block.linked() > 0));
  }

  /** Links at the end lead elsewhere; a linked line in mid-text may be a source or a quotation. */
  private void dropTrailingLinks() {
    for (int i = verdicts.size() - 1; i >= 0; i--) {
      Verdict verdict = verdicts.get(i);
      if (!verdict.isText()) {
        continue;
      }
      if (!verdict.block().isAllLink()) {
        return;
      }
      verdicts.set(i, none(verdict.block(), LinkKind.RELATED));
    }
  }

  private static Verdict none(Block block, LinkKind links) {
    return new Verdict(block, "", links);
  }

  /** True when lines have these letters and no others; most differ in the first one. */
  private static boolean areSpelt(List<String> lines, String letters) {
    int at = 0;
    for (int i = 0; i < lines.size() && at >= 0; i++) {
      at = spelt(lines.get(i), letters, at);
    }
    return at == letters.length();
  }

  /** How far letters are spelt, those before {@code from} behind; -1 when a text has others. */
  private static int spelt(String text, String letters, int from) {
    int at = from;
    int next;
    for (int i = 0; i < text.length(); i += Character.charCount(next)) {
      next = text.codePointAt(i);
      if (Letters.isOne(next)) {
        if (at >= letters.length() || letters.codePointAt(at) != next) {
          return -1;
        }
        at += Character.charCount(next);
      }
    }
    return at;
  }
}
