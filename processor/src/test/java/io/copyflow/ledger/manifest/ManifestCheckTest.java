package io.copyflow.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.avro.ChangedPart;
import io.copyflow.avro.Document;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.avro.OtherArticle;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.RawPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestCheckTest {

  private static final String MANIFEST =
      """
      {"path": "a.txt", "outcome": "NEW", "article": "A", "content": "one", "revision": 1}
      {"path": "b.txt", "outcome": "REVISED", "article": "A", "content": "two", "revision": 2, \
      "changed": ["TEXT"], "other": "a.txt", "kind": "REVISION"}
      {"path": "c.txt", "outcome": "REJECTED", "reason": "JSON"}
      """;

  @TempDir Path directory;
  private ManifestCheck check;

  @BeforeEach
  void tellWhatIsExpected() throws Exception {
    check = new ManifestCheck(manifest(MANIFEST));
    tell(0, article("a.txt", OutcomeKind.NEW, "u:1", "v1:1", 1));
    tell(1, revision("b.txt", "v1:2"));
    tell(2, refusal("c.txt", "JSON"));
  }

  @Test
  void whatIsExpected_doesNotDiffer() {
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void otherOutcome_differs() {
    tell(0, article("a.txt", OutcomeKind.UNCHANGED, "u:1", "v1:1", 1));

    assertThat(differences()).containsExactly("a.txt outcome UNCHANGED, expected NEW");
  }

  @Test
  void otherReason_differs() {
    tell(2, refusal("c.txt", "NOT_TEXT"));

    assertThat(differences()).containsExactly("c.txt reason NOT_TEXT, expected JSON");
  }

  @Test
  void contentThatShouldHaveChanged_differs() {
    tell(1, revision("b.txt", "v1:1"));

    assertThat(differences()).containsExactly("b.txt content v1:1 belongs to one, expected two");
  }

  @Test
  void articleWithTwoIds_differs() {
    Outcome other = revision("b.txt", "v1:2");
    other.setArticleId("u:2");
    tell(1, other);

    assertThat(differences()).containsExactly("b.txt article u:2, but A was u:1");
  }

  @Test
  void otherFileThatAVerdictRestsOn_differs() {
    Outcome other = revision("b.txt", "v1:2");
    other.getOther().setRaw(raw(2));
    tell(1, other);

    assertThat(differences()).containsExactly("b.txt other file c.txt, expected a.txt");
  }

  @Test
  void missingOutcome_differs() {
    check.told("0-2", null);

    assertThat(differences()).containsExactly("c.txt has 0 outcomes, expected 1");
  }

  @Test
  void fileOutsideTheManifest_differs() {
    tell(3, refusal("d.txt", "JSON"));

    assertThat(differences()).containsExactly("d.txt is not in the manifest");
  }

  @Test
  void otherSource_doesNotMatter() {
    Outcome elsewhere = refusal("d.txt", "JSON");
    elsewhere.getDocument().setSource("other");
    tell(3, elsewhere);

    assertThat(differences()).isEmpty();
  }

  @Test
  void lineThatIsNoExpectation_isNamed() {
    assertThatThrownBy(() -> manifest(MANIFEST + "{\"path\": \"d.txt\"}\n"))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("manifest.jsonl:4: no expectation");
  }

  @Test
  void fileThatIsNamedTwice_isRefused() {
    assertThatThrownBy(() -> manifest(MANIFEST + MANIFEST))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("manifest.jsonl:4: names a.txt again");
  }

  private List<String> differences() {
    return check.differences().stream().map(one -> one.path() + " " + one.what()).toList();
  }

  private Manifest manifest(String lines) throws ManifestException, IOException {
    Path file = Files.createDirectories(directory.resolve("feed")).resolve("manifest.jsonl");
    return Manifest.read(Files.writeString(file, lines), null);
  }

  private void tell(int offset, Outcome outcome) {
    outcome.setRaw(raw(offset));
    check.told("0-" + offset, outcome);
  }

  private static RawPosition raw(int offset) {
    return new RawPosition("raw", 0, (long) offset);
  }

  private static Outcome revision(String path, String content) {
    Outcome outcome = article(path, OutcomeKind.REVISED, "u:1", content, 2);
    outcome.setChanged(List.of(ChangedPart.TEXT));
    var other = new OtherArticle();
    other.setArticleId("u:1");
    other.setRaw(raw(0));
    outcome.setOther(other);
    return outcome;
  }

  private static Outcome article(
      String path, OutcomeKind kind, String article, String content, int revision) {
    Outcome outcome = outcome(path, kind);
    outcome.setArticleId(article);
    outcome.setContentHash(content);
    outcome.setRevision(revision);
    return outcome;
  }

  private static Outcome refusal(String path, String reason) {
    Outcome outcome = outcome(path, OutcomeKind.REJECTED);
    outcome.setReason(reason);
    return outcome;
  }

  private static Outcome outcome(String path, OutcomeKind kind) {
    return Outcome.newBuilder()
        .setKind(kind)
        .setDocument(new Document("feed", path))
        .setRaw(raw(0))
        .setIngestedAt(Instant.EPOCH)
        .setExtractor(new ExtractorInfo("test", "1", null))
        .build();
  }
}
