package io.copyflow.topology;

import io.copyflow.avro.ChangedPart;
import io.copyflow.avro.CopyKind;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.avro.OtherArticle;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.Stage;
import io.copyflow.extract.Extraction.Empty;
import io.copyflow.extract.Extraction.Rejected;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.RejectReason;
import io.copyflow.identity.ContentHash;
import io.copyflow.identity.Hashes;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Ruling;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.identity.Similarity;
import io.copyflow.topics.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verdicts as records. Thread-safe. */
final class Verdicts {

  private static final int FIRST_ATTEMPT = 1;

  private final String rawTopic;

  private final String version;

  /**
   * @param version of the rules by which articles are read
   */
  Verdicts(String rawTopic, String version) {
    this.rawTopic = rawTopic;
    this.version = version;
  }

  String rawTopic() {
    return rawTopic;
  }

  RawPosition position(RawRef raw) {
    return new RawPosition(rawTopic, raw.partition(), raw.offset());
  }

  /** A raw value that is not a raw article; the dead letter holds the value as it is. */
  Reading unreadable(RawKey raw, byte @Nullable [] value, String detail) {
    return raw(raw, value, Stage.DECODE, new Rejected(RejectReason.UNREADABLE_RECORD, detail, -1));
  }

  /** A refusal of a raw value of which nothing is known; the dead letter holds it as it is. */
  Reading raw(RawKey raw, byte @Nullable [] value, Stage stage, Rejected refusal) {
    DeadLetter letter = deadLetter(raw, stage, refusal);
    letter.setContent(value == null ? null : ByteBuffer.wrap(value));
    return new Reading.Refused(rejection(raw, refusal), letter);
  }

  Reading rejected(RawKey raw, RawArticle file, Stage stage, Rejected refusal) {
    DeadLetter letter = deadLetter(raw, stage, refusal);
    letter.setContent(file.getContent());
    letter.setBytes(file.getBytes());
    letter.setSha256(file.getSha256());
    return new Reading.Refused(rejection(raw, refusal), letter);
  }

  Reading empty(RawKey raw, @Nullable String articleId, Empty empty) {
    Outcome outcome = outcome(OutcomeKind.EMPTY, raw, empty.draft().profile());
    outcome.setArticleId(articleId);
    outcome.setReason(empty.reason().name());
    return new Reading.Refused(outcome, null);
  }

  /** The outcome of an extracted raw record. */
  Outcome ruled(String articleId, Facts facts, Ruling ruling, Recall recall) {
    Outcome outcome = outcome(kind(ruling), facts.raw(), facts.profile());
    outcome.setArticleId(articleId);
    outcome.setContentHash(facts.content().asWritten().value());
    outcome.setFoldedHash(folded(facts.content()));
    outcome.setTitleHash(facts.title().asWritten().value());
    outcome.setFoldedTitleHash(folded(facts.title()));
    ruled(outcome, facts.raw().ref(), ruling, recall);
    return outcome;
  }

  private static @Nullable String folded(Hashes hashes) {
    ContentHash folded = hashes.foldedIfDifferent();
    return folded == null ? null : folded.value();
  }

  private void ruled(Outcome outcome, RawRef raw, Ruling ruling, Recall recall) {
    String articleId = outcome.getArticleId();
    if (ruling instanceof Ruling.New first) {
      outcome.setRevision(1);
      outcome.setReissueOf(other(first.reissueOf()));
    } else if (ruling instanceof Ruling.Revised revised) {
      outcome.setRevision(revised.revision());
      outcome.setChanged(changed(revised.changed()));
      outcome.setSimilarity(similarity(raw, revised, recall));
      outcome.setOther(other(articleId, revised.before()));
      outcome.setReissueOf(other(revised.reissueOf()));
    } else if (ruling instanceof Ruling.Unchanged unchanged) {
      outcome.setRevision(unchanged.revision());
      outcome.setOther(other(articleId, unchanged.first()));
      outcome.setCopy(CopyKind.valueOf(unchanged.kind().name()));
      outcome.setReissueOf(other(unchanged.reissueOf()));
    } else if (ruling instanceof Ruling.Duplicate duplicate) {
      outcome.setOther(other(duplicate.of()));
      outcome.setCopy(CopyKind.valueOf(duplicate.of().kind().name()));
    }
  }

  private static double similarity(RawRef raw, Ruling.Revised revised, Recall recall) {
    return revised.changed().contains(Ruling.Part.TEXT)
        ? Similarity.of(recall.article(revised.before()).getText(), recall.article(raw).getText())
        : 1;
  }

  static OutcomeKind kind(Ruling ruling) {
    if (ruling instanceof Ruling.New) {
      return OutcomeKind.NEW;
    } else if (ruling instanceof Ruling.Revised) {
      return OutcomeKind.REVISED;
    }
    return ruling instanceof Ruling.Unchanged ? OutcomeKind.UNCHANGED : OutcomeKind.DUPLICATE;
  }

  private static List<ChangedPart> changed(Set<Ruling.Part> parts) {
    return parts.stream()
        .sorted()
        .map(part -> part == Ruling.Part.TITLE ? ChangedPart.TITLE : ChangedPart.TEXT)
        .toList();
  }

  private @Nullable OtherArticle other(@Nullable Original original) {
    return original == null ? null : other(original.articleId(), original.raw());
  }

  private OtherArticle other(String articleId, RawRef raw) {
    return new OtherArticle(articleId, position(raw));
  }

  private Outcome rejection(RawKey raw, Rejected refusal) {
    Outcome outcome = outcome(OutcomeKind.REJECTED, raw, null);
    outcome.setReason(refusal.reason().name());
    outcome.setDetail(OneLine.of(refusal.detail()));
    return outcome;
  }

  private Outcome outcome(OutcomeKind kind, RawKey raw, @Nullable String profile) {
    return Outcome.newBuilder()
        .setKind(kind)
        .setDocument(Keys.document(raw.document()))
        .setRaw(position(raw.ref()))
        .setIngestedAt(Instant.ofEpochMilli(raw.timestamp()))
        .setExtractor(extractor(profile))
        .build();
  }

  private DeadLetter deadLetter(RawKey raw, Stage stage, Rejected refusal) {
    return DeadLetter.newBuilder()
        .setDocument(Keys.document(raw.document()))
        .setRaw(position(raw.ref()))
        .setStage(stage)
        .setReason(refusal.reason().name())
        .setDetail(OneLine.of(refusal.detail()))
        .setAt(refusal.at())
        .setAttempt(FIRST_ATTEMPT)
        .setExtractor(extractor(null))
        .build();
  }

  ExtractorInfo extractor(@Nullable String profile) {
    return new ExtractorInfo(Extractor.NAME, version, profile);
  }
}
