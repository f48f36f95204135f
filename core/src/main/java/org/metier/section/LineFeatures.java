package org.metier.section;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the classifier sees of the lines of a CV: words and their beginnings, the form of the line (length,
/// capitals, colon, bullet, dates, digits), where it stands, and the form of its neighbours. Each is hashed to
/// one of [#BUCKETS] numbers, so that a model holds no words. Stateless; linear in the text.
public final class LineFeatures {
  /// A power of two; about a fifth is in use, so that few features meet.
  public static final int BUCKETS = 1 << 16;
  /// Changes with what the features mean, so that a model of other features is refused.
  public static final int VERSION = 1;

  private static final int MAX_WORDS = 14;
  private static final int STEM = 5;
  private static final int MAX_KEY = 40;
  private static final int DECILES = 10;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern BULLET = Pattern
      .compile("[•●▪■◦‣∙·*➢✓►§\\uf0b7\\uf0a7–—-]\\s?\\S.*");
  private static final Pattern PHONE = Pattern.compile(".*\\+?\\d[\\d ()/.-]{7,}\\d.*");
  private static final Pattern LINK = Pattern
      .compile("(?i).*(?:www\\.|https?:|\\S@\\S|linkedin).*");

  private LineFeatures() {}

  /// The numbers of the features of each line.
  ///
  /// @param lines in order, none blank
  public static List<int[]> of(List<String> lines) {
    List<String> forms = lines.stream().map(LineFeatures::form).toList();
    List<int[]> features = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> names = new ArrayList<>();
      addWords(lines.get(i), names);
      addForm(lines.get(i), forms.get(i), names);
      names.add("before " + (i == 0 ? "nothing" : forms.get(i - 1)));
      names.add("after " + (i + 1 == forms.size() ? "nothing" : forms.get(i + 1)));
      names.add("place " + (i < 3 ? "line " + i : i * DECILES / lines.size()));
      features.add(names.stream().mapToInt(LineFeatures::bucket).sorted().distinct().toArray());
    }
    return features;
  }

  private static void addWords(String line, List<String> names) {
    String folded = folded(line);
    List<String> words = Arrays.stream(NO_WORD.split(folded)).filter(w -> !w.isEmpty()).toList();
    for (String word : words.subList(0, Math.min(MAX_WORDS, words.size()))) {
      names.add("word " + word);
      if (word.length() > STEM) {
        names.add("stem " + word.substring(0, STEM));
      }
    }
    if (words.isEmpty()) {
      names.add("no word");
      return;
    }
    String key = String.join(" ", words);
    names.add("first " + words.getFirst());
    names.add("last " + words.getLast());
    names.add("words " + bucketed(words.size()) + " first " + words.getFirst());
    if (words.size() > 1) {
      names.add("first two " + words.get(0) + " " + words.get(1));
    }
    if (key.length() <= MAX_KEY) {
      names.add("line " + key);
    }
  }

  private static void addForm(String line, String form, List<String> names) {
    String capitals = capitals(line);
    int words = BLANKS.split(line).length;
    int commas = (int) line.chars().filter(c -> c == ',').count();
    names.add("always");
    names.add("form " + form);
    names.add("capitals " + capitals);
    names.add("capitals " + capitals + " words " + bucketed(words));
    names.add("begins " + Character.getType(line.codePointAt(0)));
    names.add("ends " + end(line) + " words " + bucketed(words));
    names.add("commas " + Math.min(3, commas) + " words " + bucketed(words));
    addIf(line.chars().anyMatch(Character::isDigit), "digit", names);
    addIf(line.indexOf('(') >= 0, "bracket", names);
    addIf(line.indexOf('%') >= 0, "percent", names);
    addIf(line.indexOf(':') > 0, "colon", names);
    addIf(PHONE.matcher(line).matches(), "phone", names);
    addIf(LINK.matcher(line).matches(), "link", names);
  }

  private static void addIf(boolean is, String name, List<String> names) {
    if (is) {
      names.add(name);
    }
  }

  /// Length, years, bullet and end of a line in short.
  private static String form(String line) {
    long years = YEAR.matcher(line).results().limit(2).count();
    return bucketed(BLANKS.split(line).length) + "y" + years
        + (BULLET.matcher(line).matches() ? "b" : "") + end(line)
        + (Character.isLowerCase(line.codePointAt(0)) ? "s" : "");
  }

  private static String end(String line) {
    char last = line.charAt(line.length() - 1);
    return ".,:;".indexOf(last) >= 0 ? String.valueOf(last) : "";
  }

  private static String capitals(String line) {
    if (line.chars().noneMatch(Character::isLowerCase)) {
      return "all";
    }
    long big = Arrays.stream(BLANKS.split(line))
        .filter(w -> !Character.isLowerCase(w.codePointAt(0)))
        .count();
    long words = BLANKS.split(line).length;
    return big == words ? "each" : big * 2 > words ? "most" : big > 1 ? "some" : "few";
  }

  private static int bucketed(int words) {
    return words <= 4 ? words : words <= 6 ? 5 : words <= 9 ? 7 : words <= 14 ? 10 : 15;
  }

  private static String folded(String line) {
    String plain = line.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /// FNV-1a over the UTF-16 units (Fowler, Noll and Vo, draft-eastlake-fnv), folded to the number of buckets.
  private static int bucket(String name) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x01000193;
    }
    return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
  }
}
