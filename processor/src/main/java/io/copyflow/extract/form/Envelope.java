package io.copyflow.extract.form;

import org.jspecify.annotations.Nullable;

/**
 * What stands around the body of an article file, as written.
 *
 * @param title the title, entities and white space as in the file; null when there is none
 * @param url the address; null when there is none
 * @param epoch what the epoch comment holds, digits or not; null when there is no such comment
 * @param dateLine the date of the header's date line; null when there is no such line
 * @param frontMatter the front matter; empty when there is none
 * @param markup what the body is
 * @param body the HTML, as in the file
 */
public record Envelope(
    @Nullable String title,
    @Nullable String url,
    @Nullable String epoch,
    @Nullable String dateLine,
    FrontMatter frontMatter,
    Markup markup,
    String body) {

  /** How much around the article the markup holds. */
  public enum Markup {
    /** The article's body alone. */
    BODY,
    /** The article and what it says of itself: headline, dates, authors. */
    FRAGMENT,
    /** A whole page of a site, the article somewhere in it. */
    PAGE
  }

  /** An article's body alone, under a header. */
  Envelope(
      @Nullable String title,
      @Nullable String url,
      @Nullable String epoch,
      @Nullable String dateLine,
      FrontMatter frontMatter,
      String body) {
    this(title, url, epoch, dateLine, frontMatter, Markup.BODY, body);
  }

  /** Markup without a header: it says of itself what there is to know. */
  static Envelope bare(Markup markup, String html) {
    return new Envelope(null, null, null, null, FrontMatter.NONE, markup, html);
  }
}
