package io.copyflow.extract.body;

import io.copyflow.extract.ArticleDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body says.
 *
 * @param paragraphs the article's text
 * @param dateline null when there is none
 * @param authors names, in order, none twice
 * @param agencies names as written, in order, none twice
 * @param rights copyright line; null when there is none
 * @param issued dates of the first issue that the body prints or marks up
 * @param updated dates of the last change
 * @param images pictures with captions
 * @param media players
 * @param links links, each with what it is for
 * @param hadText true when anything was visible besides pictures, even if it is no article text
 */
public record BodyText(
    List<String> paragraphs,
    @Nullable String dateline,
    List<String> authors,
    List<String> agencies,
    @Nullable String rights,
    List<ArticleDraft.Date> issued,
    List<ArticleDraft.Date> updated,
    List<ArticleDraft.Image> images,
    List<ArticleDraft.Media> media,
    List<ArticleDraft.Link> links,
    boolean hadText) {}
