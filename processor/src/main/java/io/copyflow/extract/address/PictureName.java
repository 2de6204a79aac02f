package io.copyflow.extract.address;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a picture's address names the picture, whatever its size. Sites serve each picture in
 * many sizes, crops and formats, under addresses that have the name of the file in common; the
 * picture that stands for an article is often another size of the one in its text.
 */
public final class PictureName {

  private static final int LONGEST = 2_048;

  /** Shorter names ({@code 1}, {@code img2}) need the folder to tell pictures apart. */
  private static final int TELLING = 6;

  /** An address inside another one: a server that resizes is told what to fetch. */
  private static final Pattern INNER = Pattern.compile("(?i).+https?(?::|%3a)(?:/|%2f){1,2}");

  /** Where the path ends; an inner address may be followed by the outer one's query. */
  private static final Pattern QUERY = Pattern.compile("[?&].*", Pattern.DOTALL);

  private static final Pattern SCHEME = Pattern.compile("^(?i:https?:)?//");

  /** What is no file is named by its query: {@code picture.php?id=7}. */
  private static final Pattern SCRIPT = Pattern.compile("(?i)\\.(?:php|aspx?|ashx|cgi|jsp)$");

  private static final Pattern ENDINGS =
      Pattern.compile("(?i)(?:\\.(?:jpe?g|jfif|png|gif|webp|avif|bmp|tiff?|svg|image))+$");

  /** Long random names are enough by themselves, whatever stands around them. */
  private static final Pattern RANDOM =
      Pattern.compile(
          "(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
              + "|(?<![0-9a-z])(?=[a-f]*\\d+[a-f])[0-9a-f]{13,}(?![0-9a-z])");

  private static final int RANDOM_RUN = 8;

  /** After a long name what follows a low line is a variant of it, if it is no number. */
  private static final Pattern VARIANT =
      Pattern.compile("^((?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}]){12,}?)[^\\p{L}\\p{N}]*_(?!\\d+$).*");

  /** Sizes, shapes and qualities, and what content systems add to the name of a resized file. */
  private static final Pattern SIZE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\d{1,4}[x:]\\d{1,4}(?:px)?|v?\\d{1,2}_\\d{1,2}_\\d{2,4}"
              + "|[whqs][_=]?\\d{1,4}|ci\\d+x\\d+|\\d{2,4}(?:px|w)|@?\\dx|scale_\\d|desktop|mobile"
              + "|(?:wide|original|scaled|medium|small|thumb(?:nail)?|social|teaser|great|mini"
              + "|preview|full|x?large|crop(?:ped)?|image|img|resize)(?:[1-9]\\d{2,3})?)(?![\\p{L}\\p{N}])"
              + "|-\\d{3,4}-\\d{2,3}$|[-_]e\\d{10,13}(?![\\p{L}\\p{N}])|_[0-9a-f]{10}$");

  private static final Pattern NOT_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PictureName() {}

  /**
   * The name; the same for two addresses of one picture, and different for two pictures of one
   * article as far as their files' names differ.
   *
   * @param url absolute or relative address
   */
  public static String of(String url) {
    String address = url.length() > LONGEST ? url.substring(0, LONGEST) : url;
    String inner = inner(address);
    String path = QUERY.matcher(inner).replaceFirst("");
    String random = random(path);
    if (!random.isEmpty()) {
      return random;
    }
    String name = SCRIPT.matcher(path).find() ? "" : name(List.of(path.split("/", -1)));
    boolean isFile = path.length() == inner.length() || ENDINGS.matcher(path).find();
    return isFile || name.length() >= TELLING ? name : inner;
  }

  /** The last of them: what stands before it names the folder or the server's key. */
  private static String random(String path) {
    if (!mayBeRandom(path)) {
      return "";
    }
    String last = "";
    for (Matcher random = RANDOM.matcher(path); random.find(); ) {
      last = random.group().toLowerCase(Locale.ROOT);
    }
    return last;
  }

  /** A cheap look before the search: every random name has eight hexadecimal digits in a row. */
  private static boolean mayBeRandom(String path) {
    int run = 0;
    for (int i = 0; i < path.length() && run < RANDOM_RUN; i++) {
      run = Character.digit(path.charAt(i), 16) < 0 ? 0 : run + 1;
    }
    return run >= RANDOM_RUN;
  }

  private static String inner(String address) {
    Matcher inner = INNER.matcher(address);
    return inner.lookingAt()
        ? PercentEncoding.decode(address.substring(inner.end()))
        : SCHEME.matcher(PercentEncoding.decode(address)).replaceFirst("");
  }

  /** The last folder or file that tells, with what follows it. */
  private static String name(List<String> path) {
    var name = new StringBuilder();
    int host = path.size() == 1 ? -1 : 0;
    for (int i = path.size() - 1; i > host && name.length() < TELLING; i--) {
      String file = ENDINGS.matcher(path.get(i)).replaceFirst("");
      String whole = VARIANT.matcher(SIZE.matcher(file).replaceAll("")).replaceFirst("$1");
      name.insert(0, bare(whole));
    }
    return name.toString();
  }

  private static String bare(String name) {
    return NOT_NAME.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
