package io.copyflow.generate;

import io.copyflow.generate.Item.Bad;
import io.copyflow.generate.Item.Kind;
import io.copyflow.generate.Item.Printed;
import io.copyflow.generate.page.Address;
import io.copyflow.generate.page.BadFile;
import io.copyflow.generate.page.Clock;
import io.copyflow.generate.page.Disguise;
import io.copyflow.generate.page.Layout;
import io.copyflow.generate.page.Sheet;
import io.copyflow.generate.prose.Script;
import io.copyflow.generate.prose.Story;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Tells the files of an archive one after the other, each original before what rests on it. */
final class Telling {

  /** One original in so many has a text too short to identify an article. */
  private static final int BRIEF = 40;

  /** One original in so many claims a wrong time. */
  private static final int WRONG_CLOCK = 25;

  /** One copy in so many is of the first version. */
  private static final int OLD_VERSION = 4;

  private static final int HUNDRED = 100;
  private static final int RECRAWLS = 45;
  private static final int SCRIPT_VARIANTS = 15;

  private final ArchiveSpec spec;
  private final Random random;
  private final List<Disguise> disguises;
  private final List<Original> originals = new ArrayList<>();
  private int addresses;
  private int copies;
  private int refused;

  /** An article and how far its revisions have come. */
  private static final class Original {
    private final Sheet sheet;
    private int title;
    private int text;

    private Original(Sheet sheet) {
      this.sheet = sheet;
      this.text = sheet.story().text();
    }

    private boolean isBrief() {
      return sheet.story().brief();
    }

    private Story version(int ofTitle, int ofText) {
      Story story = sheet.story();
      return new Story(story.seed(), story.number(), ofTitle, ofText, story.brief());
    }
  }

  Telling(ArchiveSpec spec) {
    this.spec = spec;
    this.random = new Random(spec.seed());
    this.disguises = spec.kinds().stream().sorted().toList();
  }

  /** All files, in the order in which they came about. */
  List<Item> tell() {
    var items = new ArrayList<Item>();
    for (Kind kind : kinds()) {
      items.add(
          switch (kind) {
            case BAD -> bad();
            case REVISION -> revision();
            case COPY, RECRAWL, SCRIPT_VARIANT -> repetition();
            case ORIGINAL -> original();
          });
    }
    return items;
  }

  /** What comes when: mixed, but nothing is copied before there is an original. */
  private List<Kind> kinds() {
    var kinds = new ArrayList<Kind>();
    kinds.addAll(Collections.nCopies(spec.duplicates(), Kind.COPY));
    kinds.addAll(Collections.nCopies(spec.revisions(), Kind.REVISION));
    kinds.addAll(Collections.nCopies(spec.bad(), Kind.BAD));
    kinds.addAll(Collections.nCopies(spec.files() - kinds.size(), Kind.ORIGINAL));
    Collections.shuffle(kinds, random);
    int first = kinds.indexOf(Kind.ORIGINAL);
    if (first > 0) {
      Collections.swap(kinds, 0, first);
    }
    return kinds;
  }

  private Printed original() {
    int number = originals.size();
    boolean brief = number % BRIEF == BRIEF - 1;
    // A version number of 2n stands for a text with n paragraphs more.
    var story = new Story(spec.seed(), number, 0, 2 * spec.paragraphs(), brief);
    Layout layout = any(brief ? headed() : Layout.ALL);
    var sheet = new Sheet(story, at(layout), false, clock(number), null);
    originals.add(new Original(sheet));
    return new Printed(Kind.ORIGINAL, sheet);
  }

  private static Clock clock(int number) {
    Clock[] clocks = Clock.values();
    boolean wrong = number % WRONG_CLOCK == WRONG_CLOCK - 1;
    return wrong ? clocks[1 + number / WRONG_CLOCK % (clocks.length - 1)] : Clock.RIGHT;
  }

  /** A page needs more than a sentence to be found in it. */
  private static List<Layout> headed() {
    return Layout.ALL.stream().filter(layout -> !layout.isPage()).toList();
  }

  private Printed repetition() {
    Original original = any(originals);
    Address address = original.sheet.address();
    Script script = address.layout().script();
    int draw = random.nextInt(HUNDRED);
    if (original.isBrief() || draw < RECRAWLS) {
      return disguised(Kind.RECRAWL, original, address);
    } else if (draw < RECRAWLS + SCRIPT_VARIANTS && script.mirror() != script) {
      return disguised(Kind.SCRIPT_VARIANT, original, at(any(Layout.in(script.mirror()))));
    }
    return disguised(Kind.COPY, original, at(any(Layout.in(script))));
  }

  /** The latest version of an original, or its first, in the next disguise. */
  private Printed disguised(Kind kind, Original original, Address address) {
    boolean first = random.nextInt(OLD_VERSION) == 0;
    Story story = first ? original.sheet.story() : original.version(original.title, original.text);
    Disguise disguise = disguises.get(copies++ % disguises.size());
    boolean aliased = kind == Kind.RECRAWL && random.nextBoolean();
    return new Printed(kind, new Sheet(story, address, aliased, Clock.RIGHT, disguise));
  }

  /** A title, a text, or both; nothing tells the texts of briefs apart but their titles. */
  private Printed revision() {
    Original original = any(originals);
    boolean title = original.isBrief() || random.nextInt(3) == 0;
    boolean text = !original.isBrief() && (!title || random.nextBoolean());
    original.title += title ? 1 : 0;
    original.text += text ? 1 : 0;
    Story story = original.version(original.title, original.text);
    return new Printed(Kind.REVISION, new Sheet(story, original.sheet.address()));
  }

  private Bad bad() {
    List<BadFile> files =
        Arrays.stream(BadFile.values())
            .filter(file -> !file.isLarge() || refused < BadFile.values().length)
            .toList();
    var bad = new Bad(files.get(refused % files.size()), refused);
    refused++;
    return bad;
  }

  private Address at(Layout layout) {
    return new Address(layout, addresses++);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
