package io.copyflow.extract.date;

import java.util.regex.Pattern;

/**
 * Dates in Chinese numerals or years of the Republic (Minguo, which counts from 1912) in the digits
 * and years that every other date has: {@code 民國一百一十三年五月三日} is {@code 2024年5月3日}.
 */
final class ChineseNumerals {

  private static final int MINGUO = 1911;

  private static final String DIGITS = "〇一二三四五六七八九";

  /** Every character with which a numeral may begin. */
  private static final String NUMERALS = DIGITS + "○零十廿卅";

  private static final Pattern YEAR =
      Pattern.compile("(?:中[華华])?民[國国]\\s?([\\d〇○零一二三四五六七八九十百]{1,6})\\s?年");

  private static final Pattern NUMERAL =
      Pattern.compile("[〇○零一二三四五六七八九]{4}(?=\\s?年)|[一二三四五六七八九十廿卅]{1,3}(?=\\s?[月日号號])");

  private ChineseNumerals() {}

  /** The text with digits; itself when it has neither a Minguo year nor numerals. */
  static String plain(String text) {
    if (text.indexOf('年') < 0) {
      return text;
    }
    String common =
        text.indexOf('民') < 0
            ? text
            : YEAR.matcher(text).replaceAll(year -> common(value(year.group(1))));
    return !hasNumeral(common)
        ? common
        : NUMERAL.matcher(common).replaceAll(numeral -> String.valueOf(value(numeral.group())));
  }

  private static boolean hasNumeral(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (NUMERALS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String common(int year) {
    return (year + MINGUO) + "年";
  }

  private static int value(String numeral) {
    String plain = numeral.replace('零', '〇').replace('○', '〇');
    int sum = 0;
    int digits = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '百', '十' -> {
          sum += Math.max(digits, 1) * (c == '百' ? 100 : 10);
          digits = 0;
        }
        case '廿' -> sum += 20;
        case '卅' -> sum += 30;
        default -> digits = digits * 10 + digit(c);
      }
    }
    return sum + digits;
  }

  private static int digit(char c) {
    int han = DIGITS.indexOf(c);
    return han >= 0 ? han : Character.digit(c, 10);
  }
}
