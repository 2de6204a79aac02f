package io.copyflow.extract;

import io.copyflow.extract.charset.CharsetOrigin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an article as one file gives them: what the schema {@code Article} holds, before
 * identity and position. Immutable.
 *
 * @param url the article's address as the file has it; null when the file names none
 * @param address what that says of the article; null when {@code url} is null or no web address
 * @param title headline, entities decoded, without the site's tail; null when there is none
 * @param language BCP 47 tag of the main language, with script for Chinese; null when undetermined
 * @param authors bylines and reporters, in order
 * @param agencies credited agencies as written, in order
 * @param dates every date that the file claims, and the two chosen ones
 * @param lead first paragraph; null when the text is empty
 * @param text paragraphs separated by a blank line; empty when there is nothing to read
 * @param dateline dateline as written; null when there is none
 * @param images pictures, in order
 * @param media players and media files, in order
 * @param links links of the body, in order
 * @param rights copyright line as written; null when there is none
 * @param characters code points of the text that are not white space
 * @param words runs of letters and digits; each Han, kana and Hangul character counts as one
 * @param charset encoding in which the file was read, an IANA name
 * @param charsetOrigin how that is known
 * @param undecodable places of the file where bytes fit no character; U+FFFD stands for them
 * @param profile name of the publisher's profile that applied; {@code general} when none did
 */
public record ArticleDraft(
    @Nullable String url,
    @Nullable ArticleAddress address,
    @Nullable String title,
    @Nullable String language,
    List<String> authors,
    List<String> agencies,
    Dates dates,
    @Nullable String lead,
    String text,
    @Nullable String dateline,
    List<Image> images,
    List<Media> media,
    List<Link> links,
    @Nullable String rights,
    int characters,
    int words,
    String charset,
    CharsetOrigin charsetOrigin,
    int undecodable,
    String profile) {

  /** A draft whose lists nobody changes afterwards. */
  public ArticleDraft {
    authors = List.copyOf(authors);
    agencies = List.copyOf(agencies);
    images = List.copyOf(images);
    media = List.copyOf(media);
    links = List.copyOf(links);
  }

  /**
   * A publisher of articles.
   *
   * @param domain registrable domain by the public suffix list
   * @param name name for readers; null when the domain has no profile
   */
  public record Publisher(String domain, @Nullable String name) {}

  /**
   * A date that the file claims.
   *
   * @param instant start of the span that the text names; null when it determines none
   * @param precision how exact it is as written
   * @param origin where it stands
   * @param zone IANA name or offset that was applied; null when none was needed or known
   * @param zoneOrigin how the zone is known
   * @param text as written
   */
  public record Date(
      @Nullable Instant instant,
      DatePrecision precision,
      DateOrigin origin,
      @Nullable String zone,
      ZoneOrigin zoneOrigin,
      String text) {}

  /**
   * All dates of an article.
   *
   * @param publishedAt when it was first issued; null when no candidate is a date
   * @param updatedAt when it was last changed, where the file says so; null otherwise
   * @param candidates every date that the file claims, in the order found
   * @param conflict true when two candidates lie further apart than their precision and 12 hours
   */
  public record Dates(
      @Nullable Date publishedAt,
      @Nullable Date updatedAt,
      List<Date> candidates,
      boolean conflict) {

    /** Dates whose candidates nobody changes afterwards. */
    public Dates {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A picture.
   *
   * @param url absolute address, taken out of image proxies
   * @param caption full caption with its credit; null when there is none
   * @param alt alternative text; null when there is none
   */
  public record Image(String url, @Nullable String caption, @Nullable String alt) {}

  /**
   * A video, an audio file or an embedded player.
   *
   * @param url absolute address
   * @param kind what it is
   * @param caption full caption with its credit; null when there is none
   */
  public record Media(String url, MediaKind kind, @Nullable String caption) {}

  /**
   * A link.
   *
   * @param url absolute address, API addresses unwrapped
   * @param text its text, white space folded; may be empty
   * @param kind what it is for
   */
  public record Link(String url, String text, LinkKind kind) {}
}
