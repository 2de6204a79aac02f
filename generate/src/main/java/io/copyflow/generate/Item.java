package io.copyflow.generate;

import io.copyflow.generate.page.BadFile;
import io.copyflow.generate.page.Sheet;
import java.util.Locale;

/** A file of the archive, before it has a name. */
sealed interface Item {

  /** What kind of file it is, for the manifest. */
  Kind kind();

  /** The file's bytes, made anew at each call. */
  byte[] bytes();

  /** A short word for the file's name. */
  String word();

  /** Kinds of files. */
  enum Kind {
    /** An article of its own. */
    ORIGINAL,
    /** The content of an article under another address. */
    COPY,
    /** The same article, fetched once more. */
    RECRAWL,
    /** The content of an article in the other Chinese script, under another address. */
    SCRIPT_VARIANT,
    /** An article whose title or text has changed. */
    REVISION,
    /** No article. */
    BAD
  }

  /** A file that is an article. */
  record Printed(Kind kind, Sheet sheet) implements Item {
    @Override
    public byte[] bytes() {
      return sheet.bytes();
    }

    @Override
    public String word() {
      return sheet.address().layout().name();
    }

    /** The same for two files of one article. */
    String article() {
      return sheet.address().article();
    }

    /** The same for two files with one text in one script. */
    String content() {
      return words() + " " + sheet.address().layout().script();
    }

    /**
     * The same for two files with one text, in whatever script; a brief's counts together with
     * title and host.
     */
    String words() {
      var story = sheet.story();
      String text = story.number() + " " + story.text();
      return story.brief() ? "brief " + text + " " + story.title() + " " + article() : text;
    }

    /** The same for two files with one title. */
    String title() {
      var story = sheet.story();
      return story.number() + " " + story.title() + " " + sheet.address().layout().script();
    }
  }

  /** A file that is none. */
  record Bad(BadFile file, int number) implements Item {
    @Override
    public Kind kind() {
      return Kind.BAD;
    }

    @Override
    public byte[] bytes() {
      return file.bytes(number);
    }

    @Override
    public String word() {
      return file.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
