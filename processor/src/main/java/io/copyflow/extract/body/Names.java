package io.copyflow.extract.body;

import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes the names of people out of a byline. */
public final class Names {

  private static final int LONGEST = 60;

  /** Who is named with more Han characters, without a dot or a space, is an office or a group. */
  private static final Pattern GROUP = Pattern.compile("\\p{IsHan}{7,}|\\p{IsHan}{0,6}(?:记者|記者)");

  /** What a person did, not who he is. */
  private static final Pattern ROLE =
      Pattern.compile(
          "^null\\s|[《》]|[（(][^（）()]{0,20}[）)]"
              + "|(?:综合|綜合|编译|編譯|摘编|特约|特約)?(?:报道|报导|報導|報道|摘编|编译|編譯|撰文|撰稿|采写|採訪)\\s?$"
              + "|^(?:文|图|图文|作者|记者|記者|撰文|采写|BY|By|by)\\s?[／/︱|：:]?\\s"
              + "|^(?:文|作者|采访记者|採訪記者|记者|記者|采写|採訪)\\s?[／/︱|：:]\\s?"
              + "|: .{0,200}$");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s?[、，,/／;；&]\\s?|\\s(?:and|与|和)\\s|(?<=\\p{IsHan}{2})\\s(?=\\p{IsHan}{2})");

  private Names() {}

  /**
   * The people that a byline names, in order; none when it names the publisher itself, an office,
   * or reads like a sentence.
   */
  public static List<String> in(String byline, PublisherProfile profile) {
    return all(byline, profile).filter(name -> !GROUP.matcher(name).matches()).toList();
  }

  /** The same of whoever signs with a pen name, which may be as long as he likes. */
  public static List<String> pens(String byline, PublisherProfile profile) {
    return all(byline, profile).toList();
  }

  private static Stream<String> all(String byline, PublisherProfile profile) {
    return Arrays.stream(BETWEEN.split(bare(byline)))
        .map(Names::bare)
        .filter(name -> isName(name) && !profile.ownNames().contains(name))
        .distinct();
  }

  private static String bare(String byline) {
    return Fold.line(ROLE.matcher(byline).replaceAll(" "));
  }

  private static boolean isName(String name) {
    boolean hasLetter = name.codePoints().anyMatch(Character::isLetter);
    return hasLetter && name.length() > 1 && name.length() <= LONGEST && !name.contains("://");
  }
}
