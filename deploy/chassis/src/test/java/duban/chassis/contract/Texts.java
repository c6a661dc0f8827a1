package duban.chassis.contract;

import java.util.List;

/** Texts that must come back byte for byte: nothing is trimmed, composed, folded or replaced. */
public final class Texts {

  /**
   * Emoji with skin and family joined, rare Han of Extension B and G, a compatibility ideograph,
   * combining marks that have a composed form, full-width and half-width forms, joiners, a
   * variation selector, left-to-right and right-to-left marks, no-break and ideographic space,
   * signs of JSON, SQL and HTML.
   */
  public static final List<String> FAITHFUL =
      List.of(
          "督办",
          "𠮷野家、𰻝麵",
          "\uf900豈",
          "e\u0301 A\u030a",
          "é Å",
          "ＡＢＣ１２３，。！ｱｲｳ",
          "👍🏽👨‍👩‍👧‍👦🇨🇳",
          "ن\u200cم\u200dा",
          "葛\udb40\udd00城 ☎\ufe0e",
          "a\u200eb\u200fc",
          "\u00a0督\u3000办\u00a0",
          "  前后空格  ",
          "行一\n行二\t列",
          "“三资”‘一府两院’《条例》…—",
          "\"引\" \\反斜\\ /斜/ %s ${x} #{y} {{z}}",
          "'; DROP TABLE x; -- <b>&amp;</b>",
          "\ufeff首",
          "零\u200b宽",
          "\ufffd\uffff\u0001");

  /**
   * The same in little, for fields that hold but 20; # is any number. Simplified and traditional
   * Han, Extension B, full-width signs and digits, marks that are not composed, a variation
   * selector; ideographic space at both ends, a joiner.
   */
  public static final List<String> SHORT =
      List.of(
          "簡体\ud842\udfb7\ud844\ude3d，１#e\u0301葛\udb40\udd00", "\u3000首A\u030a👩\u200d👧#。尾\u3000");

  /**
   * What means something to SQL, to mail headers and logs, to templates and formats, to HTML. A
   * field may refuse them, as an address does; what it takes comes back as the text that it is.
   */
  static final List<String> MEANINGFUL =
      List.of("';DROP TABLE x--#", "x\r\nBcc: a@b.c #", "{x}${y}%s%n{{z}}#", "<b>&amp;\"'<!-- #");

  private Texts() {}
}
