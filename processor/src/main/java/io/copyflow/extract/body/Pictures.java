package io.copyflow.extract.body;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.MediaKind;
import io.copyflow.extract.address.Resolver;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Gathers pictures, media and captions. Not thread-safe: one per body. */
final class Pictures {

  /** Lazy loaders leave the true address beside a placeholder. */
  private static final List<String> SOURCES =
      List.of("src", "data-src", "data-original", "data-lazy-src", "data-url");

  private static final Evaluator FILES = QueryParser.parse("source");

  private static final Pattern SMALL = Pattern.compile("[0-4]?\\d(?:px)?");

  private final PublisherProfile profile;
  private final Resolver resolver;
  private final int limit;
  private final Map<String, ArticleDraft.Image> images = new LinkedHashMap<>();
  private final Map<String, ArticleDraft.Media> media = new LinkedHashMap<>();

  /** Address of the picture that a caption would belong to; null after a player. */
  private @Nullable String last;

  /** Address of the player that a caption would belong to. */
  private @Nullable String player;

  Pictures(PublisherProfile profile, Resolver resolver, int limit) {
    this.profile = profile;
    this.resolver = resolver;
    this.limit = limit;
  }

  void image(Element element) {
    if (images.size() >= limit || isIcon(element)) {
      return;
    }
    source(element).filter(this::isPicture).ifPresent(url -> add(url, element.attr("alt")));
  }

  void media(Element element, MediaKind kind) {
    last = null;
    player =
        Stream.concat(Stream.of(element), element.select(FILES).stream())
            .map(this::source)
            .flatMap(Optional::stream)
            .findFirst()
            .filter(url -> media.containsKey(url) || media.size() < limit)
            .orElse(null);
    if (player != null) {
      media.putIfAbsent(player, new ArticleDraft.Media(player, kind, null));
    }
  }

  /** A caption goes to the picture or the player before it; only the first one does. */
  void caption(String text) {
    String caption = Fold.line(text);
    if (caption.isEmpty()) {
      return;
    }
    if (last != null) {
      images.computeIfPresent(last, (url, image) -> captioned(image, caption));
    } else if (player != null) {
      media.computeIfPresent(player, (url, found) -> captioned(found, caption));
    }
  }

  private static ArticleDraft.Image captioned(ArticleDraft.Image image, String caption) {
    return image.caption() == null
        ? new ArticleDraft.Image(image.url(), caption, image.alt())
        : image;
  }

  private static ArticleDraft.Media captioned(ArticleDraft.Media found, String caption) {
    return found.caption() == null
        ? new ArticleDraft.Media(found.url(), found.kind(), caption)
        : found;
  }

  List<ArticleDraft.Image> images() {
    return List.copyOf(images.values());
  }

  List<ArticleDraft.Media> media() {
    return List.copyOf(media.values());
  }

  private void add(String url, String alt) {
    String text = Fold.line(alt);
    images.putIfAbsent(url, new ArticleDraft.Image(url, null, text.isEmpty() ? null : text));
    last = url;
  }

  private Optional<String> source(Element element) {
    for (String attribute : SOURCES) {
      Optional<String> source = resolver.resolve(element.attr(attribute));
      if (source.isPresent()) {
        return source;
      }
    }
    return resolver.resolve(firstOfSet(element));
  }

  private static String firstOfSet(Element element) {
    if (!element.hasAttr("srcset")) {
      return "";
    }
    return element.attr("srcset").strip().split("[\\s,]", 2)[0];
  }

  private static boolean isIcon(Element element) {
    return isSmall(element.attr("width")) || isSmall(element.attr("height"));
  }

  private static boolean isSmall(String length) {
    return !length.isEmpty() && SMALL.matcher(length).matches();
  }

  private boolean isPicture(String url) {
    return profile.markup().image().find(url) == null;
  }
}
