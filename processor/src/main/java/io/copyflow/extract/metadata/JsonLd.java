package io.copyflow.extract.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The description of the article among a page's linked data. What sites write is often no JSON by
 * the letter, so a lenient reader is used; what even that cannot read is as good as absent.
 *
 * @see <a href="https://schema.org/Article">schema.org Article</a>
 */
final class JsonLd {

  /** Deeper or longer lists of things describe the site, not the article. */
  private static final int DEEPEST = 6;

  private static final int MOST = 500;

  private static final Evaluator LINKED_DATA = QueryParser.parse("[type*=ld+json]");

  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?i)(?:.*[:/#])?(?:\\w*Article|\\w*Posting|Report|\\w*NewsStory|Review|Recipe)");

  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)?|(?:-->|//\\s*\\]\\]>|\\]\\]>)?[\\s;]*$");

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build()
          .reader();

  private final JsonNode article;

  /** What is no article and has a date of its own: the page that holds it. */
  private final Optional<JsonNode> dated;

  private JsonLd(JsonNode article, Optional<JsonNode> dated) {
    this.article = article;
    this.dated = dated;
  }

  /** The article that a page describes; one without any fields when it describes none. */
  static JsonLd of(PageIndex page) {
    var nodes = new ArrayList<JsonNode>();
    for (Element script : page.tagged("script")) {
      if (LINKED_DATA.matches(page.page(), script)) {
        parse(script.data()).ifPresent(json -> collect(json, 0, nodes));
      }
    }
    return new JsonLd(
        nodes.stream()
            .filter(JsonLd::isArticle)
            .max(Comparator.comparingInt(JsonLd::worth))
            .orElseGet(() -> JSON.createObjectNode()),
        nodes.stream().filter(node -> !isArticle(node)).findFirst());
  }

  /** When the page that holds the article was issued. */
  Optional<String> pageIssued() {
    return dated.flatMap(page -> first(page.path("datePublished")));
  }

  /** A text field, entities decoded, white space folded. */
  Optional<String> text(String field) {
    return first(article.path(field)).map(JsonLd::plain).filter(text -> !text.isEmpty());
  }

  /** A long text, its lines kept. */
  Optional<String> body() {
    JsonNode body = article.path("articleBody");
    return body.isTextual() ? Optional.of(body.textValue()) : Optional.empty();
  }

  /** Names of persons; with {@code organisations}, of organisations too. */
  List<String> names(String field, boolean organisations) {
    return items(article.path(field))
        .filter(item -> organisations || !isOrganisation(item))
        .flatMap(item -> name(item).stream())
        .distinct()
        .toList();
  }

  /** The first address of a page under a field. */
  Optional<String> address(String field) {
    return address(field, "url", "@id");
  }

  /** The first picture under a field; the id of one is no address that could be opened. */
  Optional<String> picture(String field) {
    return address(field, "url", "contentUrl");
  }

  private Optional<String> address(String field, String... keys) {
    return items(article.path(field))
        .flatMap(item -> Stream.concat(Stream.of(item), Stream.of(keys).map(item::path)))
        .flatMap(item -> first(item).stream())
        .filter(text -> text.startsWith("http") || text.startsWith("/"))
        .findFirst();
  }

  private static Optional<String> name(JsonNode item) {
    JsonNode name = item.isTextual() ? item : item.path("name");
    return items(name)
        .flatMap(n -> first(n).stream())
        .findFirst()
        .or(() -> parts(item))
        .map(JsonLd::plain)
        .filter(text -> !text.isEmpty());
  }

  /** Given and family name, where a person has no name in one piece. */
  private static Optional<String> parts(JsonNode person) {
    String given = person.path("givenName").asText();
    String family = person.path("familyName").asText();
    return given.isEmpty() || family.isEmpty()
        ? Optional.empty()
        : Optional.of(given + " " + family);
  }

  private static boolean isOrganisation(JsonNode item) {
    return items(item.path("@type")).anyMatch(type -> type.asText().endsWith("Organization"));
  }

  private static Optional<String> first(JsonNode node) {
    return items(node).filter(JsonNode::isTextual).map(JsonNode::textValue).findFirst();
  }

  private static Stream<JsonNode> items(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).limit(MOST)
        : node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
  }

  private static String plain(String text) {
    return Fold.line(Parser.unescapeEntities(text, false));
  }

  private static Optional<JsonNode> parse(String script) {
    String json = isBare(script) ? script : WRAPPING.matcher(script).replaceAll("");
    return read(json).or(() -> read(trimmed(json)));
  }

  /** Most scripts hold nothing but JSON, and looking for the end of a wrapping takes long. */
  private static boolean isBare(String script) {
    String json = script.trim();
    return (json.startsWith("{") && json.endsWith("}"))
        || (json.startsWith("[") && json.endsWith("]"));
  }

  /** Between the first opening and the last closing bracket. */
  private static String trimmed(String json) {
    int start = firstOf(json);
    int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
    return start >= 0 && start < end ? json.substring(start, end + 1) : "";
  }

  private static int firstOf(String json) {
    int object = json.indexOf('{');
    int array = json.indexOf('[');
    return object < 0 || array < 0 ? Math.max(object, array) : Math.min(object, array);
  }

  private static Optional<JsonNode> read(String json) {
    try {
      return Optional.ofNullable(JSON.readTree(json)).filter(JsonNode::isContainerNode);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void collect(JsonNode node, int depth, List<JsonNode> found) {
    if (depth > DEEPEST || found.size() >= MOST) {
      return;
    }
    if (node.isObject() && (isArticle(node) || node.hasNonNull("datePublished"))) {
      found.add(node);
    }
    boolean list = node.isArray();
    if (list) {
      node.forEach(item -> collect(item, depth + 1, found));
    } else {
      collect(node.path("@graph"), depth + 1, found);
      collect(node.path("mainEntity"), depth + 1, found);
      collect(node.path("mainEntityOfPage"), depth + 1, found);
    }
  }

  private static boolean isArticle(JsonNode node) {
    return items(node.path("@type")).anyMatch(type -> ARTICLE.matcher(type.asText()).matches());
  }

  /** The description that says most; teasers of other articles say little. */
  private static int worth(JsonNode node) {
    int worth = 0;
    for (String field :
        List.of("headline", "datePublished", "author", "articleBody", "dateModified")) {
      worth += node.hasNonNull(field) ? 1 : 0;
    }
    return worth;
  }
}
