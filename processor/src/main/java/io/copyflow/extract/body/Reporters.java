package io.copyflow.extract.body;

import io.copyflow.extract.publisher.PublisherProfile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Persons whom Chinese papers name in the text itself: {@code （记者 某某）} in the first lines, or the
 * bare name in brackets behind the last. The text keeps them.
 */
public final class Reporters {

  private static final int FIRST = 2;

  /** How far into a line its dateline may reach, and its end. */
  private static final int REACH = 60;

  private static final String NAMES = "(?<names>\\p{IsHan}{2,4}(?:[ 、，]{1,2}\\p{IsHan}{2,4}){0,3})";

  private static final Pattern OPENING =
      Pattern.compile("[（(](?:本报|本報|见习|特约|驻\\p{IsHan}{2,4})?(?:记者|記者)[ ：:]?" + NAMES + "[）)]");

  /** A name begins with a family name; any other two characters may be a remark. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "[（(](?:(?:文[/／]?图?|图[/／]?文|记者|記者|作者|供稿|通讯员)[ ：:/／]?)?(?=["
              + "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
              + "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施牛樊葛邢安齐易"
              + "乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿焦俞左柳甘祝尚符舒阮柯纪梅童凌裴霍涂苗谷盛曲翁冉骆蓝靳柴蒙鲍喻祁蒲房滕屈饶解牟艾尤穆"
              + "張劉陳楊黃趙吳孫馬羅鄭謝許鄧韓馮曾蕭葉蘇呂盧鍾譚陸汪賈韋鄒閻龍賀顧龔萬錢嚴湯齊喬龐顏莊聶魯歐蔣])"
              + NAMES
              + "[）)]$");

  private Reporters() {}

  /** The persons, in order; none when the text names nobody so. */
  public static List<String> in(List<String> paragraphs, PublisherProfile profile) {
    return paragraphs.stream()
        .limit(FIRST)
        .map(line -> OPENING.matcher(line.substring(0, Math.min(REACH, line.length()))))
        .filter(Matcher::find)
        .findFirst()
        .map(match -> Names.in(match.group("names"), profile))
        .orElseGet(() -> closing(paragraphs, profile));
  }

  private static List<String> closing(List<String> paragraphs, PublisherProfile profile) {
    if (paragraphs.isEmpty()) {
      return List.of();
    }
    String last = paragraphs.get(paragraphs.size() - 1);
    Matcher names = CLOSING.matcher(last.substring(Math.max(0, last.length() - REACH)));
    return names.find() ? Names.in(names.group("names"), profile) : List.of();
  }
}
