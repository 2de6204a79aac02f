package io.copyflow.eval;

import io.copyflow.extract.Hints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Full web pages: {@code NAME.jsonl} for each dataset, and the packed pages beside. */
final class PageLayout implements Layout {

  @Override
  public Row read(Path folder, String dataset, Label label) {
    String id = label.text("id").orElse("?");
    Optional<String> page = label.path("page");
    if (page.isEmpty()) {
      return new Skipped(dataset, id, label.text("page").orElse("a row") + Skipped.NO_FILE);
    }
    return new LabelledFile(
        dataset,
        label.text("split_key").orElse("?"),
        id,
        page.get(),
        folder.resolve(page.get()),
        new Fingerprint(label.text("sha256").orElse(null), label.number("bytes").orElse(-1L)),
        new Hints("text/html", label.text("charset").orElse(null), label.text("url").orElse(null)),
        expectations(label, label.inner("gold")));
  }

  private static List<Expectation> expectations(Label row, Label gold) {
    var all = new ArrayList<Expectation>();
    if (gold.text("text").or(() -> gold.text("text_prefix")).isPresent() || gold.hasList("with")) {
      all.add(FieldExpectations.outcome("ARTICLE"));
    }
    gold.text("title").map(FieldExpectations::title).ifPresent(all::add);
    gold.text("lang")
        .or(() -> row.text("lang"))
        .map(FieldExpectations::language)
        .ifPresent(all::add);
    gold.text("text").map(TextExpectations::text).ifPresent(all::add);
    gold.text("text_prefix").map(TextExpectations::opening).ifPresent(all::add);
    if (gold.hasList("with")) {
      all.add(TextExpectations.segments(gold.texts("with"), gold.texts("without")));
    }
    gold.ifList("authors", names -> all.add(FieldExpectations.authors(names)));
    gold.ifList("captions", lines -> all.add(FieldExpectations.captions(lines)));
    dates(gold, all);
    pictures(gold, all);
    return all;
  }

  private static void dates(Label gold, List<Expectation> all) {
    Optional<LabelledDate> date =
        gold.text("datetime").or(() -> gold.text("date")).flatMap(LabelledDate::parse);
    date.map(DateExpectations::day).ifPresent(all::add);
    date.filter(LabelledDate::hasTime).map(DateExpectations::minute).ifPresent(all::add);
  }

  private static void pictures(Label gold, List<Expectation> all) {
    List<Set<String>> pictures = gold.each("images").stream().map(PageLayout::addresses).toList();
    if (gold.hasList("images")) {
      all.add(FieldExpectations.images(pictures));
    }
    gold.text("lead_image")
        .map(lead -> FieldExpectations.leadImage(sameAs(lead, pictures)))
        .ifPresent(all::add);
  }

  private static Set<String> addresses(Label picture) {
    var addresses = new LinkedHashSet<String>();
    picture.text("url").ifPresent(addresses::add);
    addresses.addAll(picture.texts("urls"));
    return addresses;
  }

  /** All addresses of the picture that has this one, itself first. */
  private static Set<String> sameAs(String url, List<Set<String>> pictures) {
    var addresses = new LinkedHashSet<String>(List.of(url));
    pictures.stream().filter(picture -> picture.contains(url)).forEach(addresses::addAll);
    return addresses;
  }
}
