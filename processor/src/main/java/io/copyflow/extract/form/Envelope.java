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
 * @param body the HTML, as in the file
 */
public record Envelope(
    @Nullable String title,
    @Nullable String url,
    @Nullable String epoch,
    @Nullable String dateLine,
    FrontMatter frontMatter,
    String body) {}
