package org.metier.profiling.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// Brings words that tell a person's gender to the one form that stands for all: `waitress` and `waiter`
/// to `waiter`, `Kellnerin` to `Kellner`, `salesman` and `saleswoman` to `salesperson`. Where a language
/// has no form of its own for all, its generic one is taken, which is also the one taxonomies know.
///
/// In job titles endings count too, as long as the form they lead to is part of some job title; elsewhere
/// only words of a list, since `perceuse` is a drill and `drukarka` a printer. Pronouns of the third
/// person become marks such as `[they]`, in running text only. German `sein` and `ihr`, Dutch `zijn` and
/// `haar`, French adjectives but after `je suis`, and Polish verbs of the third person stay as they are.
///
/// Immutable and thread-safe. A call costs one pass of the text.
public final class GenderWords {
  private static final int MAX_WORDS = 3;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
  private static final Pattern NO_ADJECTIVE_AFTER = Pattern.compile(
      "de|du|des|d['’].*|en|à|au|aux|chez|pour|ds|w|we|do|na|od|i|et",
      Pattern.CASE_INSENSITIVE);
  /// Endings and what they become in titles, the longest first.
  private static final Map<Language, List<String[]>> ENDINGS = Map.of(Language.EN, List.of(),
      Language.FR, endings("trice>teur euse>eur ienne>ien ière>ier ère>er ante>ant ente>ent ée>é"
          + " tte>t onne>on"),
      Language.NL, endings("trice>teur esse>e iste>ist ente>ent ster>er"),
      Language.PL, endings("niczka>nik arka>arz antka>ant entka>ent ystka>ysta istka>ista torka>tor"
          + " erka>er elka>el czyni>ca ownica>ownik olożka>olog iczka>ik ogini>og"),
      Language.DE, endings("innen>en erin>er in>"));
  /// Endings of adjectives beside a title that was brought to its generic form.
  private static final Map<Language, List<String[]>> ADJECTIVES = Map.of(Language.FR,
      endings("ale>al ive>if ienne>ien elle>el ante>ant ente>ent ère>er ée>é euse>eux"),
      Language.PL, endings("ka>ki ga>gi a>y"));
  /// What a person says of herself: the words before, and the word that tells the gender.
  private static final Map<Language, Pattern> SELF = Map.of(Language.FR, Pattern.compile(
      "(?<=\\b(?:suis|étais|serais|reste) (?:très |aussi )?)\\p{L}{3,}(?:ée|ante|ente|ive|ière|ienne)(?!\\p{L})",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), Language.PL,
      Pattern.compile(
          "(?<!\\p{L})(?!(?:dzi|wysy|przesy|odsy|posy|wo|kł|z|od|powo|odwo)ał?am)\\p{L}{2,}łam(?!\\p{L})"
              + "|(?<=(?<!\\p{L})(?:jestem|byłam|byłem) )\\p{L}{3,}[nwłtd]a(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));

  private final Map<Language, Map<String, String>> forms = new EnumMap<>(Language.class);
  private final BiPredicate<Language, String> isTitleWord;

  /// @param isTitleWord whether a word in small letters is part of some job title in a language
  public GenderWords(BiPredicate<Language, String> isTitleWord) {
    this.isTitleWord = isTitleWord;
    for (Tables.Row row : Tables.rows("gender-words.txt")) {
      Map<String, String> words = forms.computeIfAbsent(Language.of(row.head()).orElseThrow(),
          language -> new HashMap<>());
      int sign = row.rest().indexOf('<');
      for (String form : row.rest().substring(sign + 1).split(",")) {
        words.put(form.strip().toLowerCase(Locale.ROOT), row.rest().substring(0, sign).strip());
      }
    }
  }

  /// A word or two that are to be replaced.
  record Change(int start, int end, String by) {}

  /// A job title in the form that stands for all.
  public String title(String title, Language language) {
    StringBuilder neutral = new StringBuilder();
    int from = 0;
    for (Change change : changes(title, 0, title.length(), language, true)) {
      neutral.append(title, from, change.start).append(change.by);
      from = change.end;
    }
    return neutral.append(title, from, title.length()).toString();
  }

  /// What to replace between two offsets, in order, not overlapping.
  ///
  /// @param isTitle whether a job title stands there
  List<Change> changes(String text, int start, int end, Language language, boolean isTitle) {
    List<Change> changes = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    int from = start;
    boolean isAfterChange = false;
    while (word.region(from, end).find()) {
      Change change = listed(text, word.start(), end, language, isTitle);
      String small = word.group().toLowerCase(Locale.ROOT);
      if (change == null && isTitle) {
        String by = ended(small, language, isAfterChange);
        change = by == null
            ? null
            : new Change(word.start(), word.end(), cased(by, word.group()));
      }
      isAfterChange = change != null
          || (isAfterChange && !NO_ADJECTIVE_AFTER.matcher(small).matches());
      from = change == null ? word.end() : change.end;
      if (change != null && !change.by.equals(text.substring(change.start, change.end))) {
        changes.add(change);
      }
    }
    if (!isTitle) {
      addSelf(changes, text, start, end, language);
    }
    return changes;
  }

  private @Nullable Change listed(String text, int start, int limit, Language language,
      boolean isTitle) {
    Map<String, String> words = forms.getOrDefault(language, Map.of());
    Matcher word = WORD.matcher(text).region(start, limit);
    Change longest = null;
    for (int i = 0; i < MAX_WORDS && word.find(); i++) {
      String found = text.substring(start, word.end());
      String by = words.get(found.toLowerCase(Locale.ROOT).replace('’', '\''));
      if (by != null && !(isTitle && by.startsWith("["))) {
        longest = by.startsWith("[")
            ? pronoun(text, start, word.end(), by)
            : new Change(start, word.end(), cased(by, found));
      }
    }
    return longest;
  }

  /// A pronoun is no part of a word such as `4-Hers`, and no abbreviation such as `HIM`.
  private static @Nullable Change pronoun(String text, int start, int end, String by) {
    boolean isPart = start > 0 && text.charAt(start - 1) == '-';
    boolean isShout = end - start > 1
        && text.substring(start, end).chars().noneMatch(Character::isLowerCase);
    return isPart || isShout ? null : new Change(start, end, by);
  }

  private @Nullable String ended(String word, Language language, boolean isAfterChange) {
    for (String[] ending : ENDINGS.getOrDefault(language, List.of())) {
      if (word.endsWith(ending[0]) && word.length() > ending[0].length() + 2) {
        String other = word.substring(0, word.length() - ending[0].length()) + ending[1];
        if (isTitleWord.test(language, other)) {
          return other;
        }
      }
    }
    if (isAfterChange) {
      for (String[] ending : ADJECTIVES.getOrDefault(language, List.of())) {
        String other = word.endsWith(ending[0])
            ? word.substring(0, word.length() - ending[0].length()) + ending[1]
            : "";
        if (!other.isEmpty() && isTitleWord.test(language, other)) {
          return other;
        }
      }
    }
    return null;
  }

  private static void addSelf(List<Change> changes, String text, int start, int end,
      Language language) {
    Pattern pattern = SELF.get(language);
    if (pattern == null) {
      return;
    }
    Matcher self = pattern.matcher(text).region(start, end).useTransparentBounds(true);
    BitSet taken = new BitSet();
    changes.forEach(change -> taken.set(change.start, change.end));
    while (self.find()) {
      int next = taken.nextSetBit(self.start());
      if (next < 0 || next >= self.end()) {
        changes.add(new Change(self.start(), self.end(), generic(self.group(), language)));
      }
    }
    changes.sort((a, b) -> Integer.compare(a.start, b.start));
  }

  private static String generic(String word, Language language) {
    if (language == Language.PL) {
      return word.endsWith("łam")
          ? word.substring(0, word.length() - 2) + "em"
          : word.substring(0, word.length() - 1) + "y";
    }
    for (String[] ending : ADJECTIVES.getOrDefault(language, List.of())) {
      if (word.endsWith(ending[0])) {
        return word.substring(0, word.length() - ending[0].length()) + ending[1];
      }
    }
    return word.substring(0, word.length() - 1);
  }

  /// A form in capitals, with a capital, or as it is, like the word it replaces.
  private static String cased(String by, String like) {
    boolean isUpper = like.length() > 1 && like.chars().noneMatch(Character::isLowerCase);
    if (isUpper) {
      return by.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(like.charAt(0))
        ? Character.toUpperCase(by.charAt(0)) + by.substring(1)
        : by;
  }

  private static List<String[]> endings(String pairs) {
    List<String[]> endings = new ArrayList<>();
    for (String pair : pairs.split(" ")) {
      endings.add(pair.split(">", 2));
    }
    return List.copyOf(endings);
  }
}
