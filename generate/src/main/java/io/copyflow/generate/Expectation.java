package io.copyflow.generate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the manifest: a file and what has to become of it. Names of groups say only which files
 * belong together; null and empty fields are left out.
 *
 * @param path of the file, relative to the archive's folder
 * @param kind what kind of file it is
 * @param disguise how a copy differs from what it copies; null for other files
 * @param clock what a file with a wrong time claims; null for other files
 * @param outcome the verdict, as outcomes name it
 * @param reason why it is no article; null for an article
 * @param article group of the files that are one article; null for no article
 * @param content group of the files that have one content; null for no article
 * @param revision the one that it makes or repeats; null for a duplicate and for no article
 * @param changed what a revision changed: {@code TITLE}, {@code TEXT}
 * @param other path of the file that the verdict rests on: of a duplicate the first with the
 *     content, of an unchanged file the first with its revision, of a revision the one before
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Expectation(
    @JsonProperty String path,
    @JsonProperty String kind,
    @JsonProperty @Nullable String disguise,
    @JsonProperty @Nullable String clock,
    @JsonProperty String outcome,
    @JsonProperty @Nullable String reason,
    @JsonProperty @Nullable String article,
    @JsonProperty @Nullable String content,
    @JsonProperty @Nullable Integer revision,
    @JsonProperty List<String> changed,
    @JsonProperty @Nullable String other) {}
