package org.metier.search;

import java.util.Random;

/// Texts that nobody would type on purpose.
final class Junk {
  private static final String[] PIECES = {"\"", "+", "-", " ", "\u201e", "\u0000", "\u001f", "\t",
    "\ud83d\ude00", "\ud83d", "\udc00", "nurse", "de", "the", "ę", "e\u0301", "(", ")", "*", "?",
    "~", "^", ":", "\\", "/", "[", "]", "{", "}", "AND", "OR", "NOT", "C++", "\u202e", "ﬁ", "1",
    "\u00a0", "\u16A0", "'", "l'", "\n", "field:value", "&&", "||", "%00", "<script>"};

  private Junk() {}

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(random.nextInt(20) == 0 ? 2_000 : 30);
    for (int i = 0; i < pieces; i++) {
      text.append(random.nextInt(5) == 0
          ? String.valueOf((char) random.nextInt(0x10000))
          : PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }
}
