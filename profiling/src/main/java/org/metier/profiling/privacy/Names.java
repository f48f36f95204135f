package org.metier.profiling.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the names of the person wherever they stand, and names behind a form of address. Not
/// thread-safe.
///
/// A part of a name that is a word as well, such as Baker or Rose, is a name only beside another part of
/// it: Ms Baker may have been a baker.
final class Names {
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}][\\p{L}'’-]*");
  private static final String WORD = "\\p{Lu}[\\p{L}'’-]+";
  /// Forms of address of the five languages with a name after them; those that mean something else as
  /// well, such as `MS Office`, must end in a full stop.
  private static final Pattern ADDRESSED = Pattern.compile(
      "(?<!\\p{L})(?:Mr\\.?|Mrs\\.?|Ms\\.|(?<!\\p{Lu}\\p{L}{0,15} )M\\.(?! (?:Sc|A|B|Ed|Eng|Phil|Tech|Arch|Des|Com|Pharm|Ing)\\b)|Mme\\.?|Mlle\\.?|Monsieur|Madame|Mademoiselle|[Dd]hr\\.?"
          + "|[Mm]evr\\.?|[Mm]evrouw|[Dd]e [Hh]eer|[Mm]eneer|Herrn?|Frau|Pana|Panią|Panu|Pani|(?<=\\n)Pan) "
          + "(?:(?:Dr|Prof|Dipl)\\.?(?:-?Ing\\.)? ){0,3}((?:" + WORD
          + "|\\p{Lu}\\.)(?:[ -](?:(?:van|von|de|der|den|du) ){0,3}(?:"
          + WORD + "|\\p{Lu}\\.)){0,2})");

  private static final Pattern BEFORE_CONTACT = Pattern.compile("(?<!\\p{L})(" + WORD + ") (" + WORD
      + ")(?:, (?:Supervisor|Manager|Director|Owner|Chef|Leiter(?:in)?))?[ ,:;|–-]{0,4}$");

  /// Nobody has more; each costs a pass of the text.
  private static final int MAX_NAMES = 20;
  /// A name stands so near to its contact.
  private static final int MAX_BEFORE = 100;

  private final NameSense sense;
  private final List<List<String>> names = new ArrayList<>();

  Names(NameSense sense) {
    this.sense = sense;
  }

  /// @param name in any number of words; those of one letter are left alone
  void add(String name) {
    List<String> parts = LETTERS.matcher(name)
        .results()
        .map(m -> m.group().replaceAll("[-'’]+$", ""))
        .filter(part -> part.replaceAll("[^\\p{L}]", "").length() > 1)
        .filter(part -> !NameSense.isParticle(part))
        .limit(6)
        .toList();
    if (!parts.isEmpty() && names.size() < MAX_NAMES && !names.contains(parts)) {
      names.add(parts);
    }
  }

  boolean isName(String words) {
    return sense.isName(words);
  }

  /// Whether words in a part about the person are its name: capitalised ones, or any that its e-mail
  /// address is made of.
  boolean isOwnName(String words) {
    return isName(words) || (sense.isInMail(words) && words.split("\\s+").length <= 5
        && words.chars().noneMatch(Character::isDigit));
  }

  boolean isOnlyName(String word) {
    return sense.isOnlyName(word);
  }

  /// Whether at least half of some words have a meaning in the CV or are part of job titles.
  boolean isMostlyCommon(String words) {
    List<String> all = LETTERS.matcher(words).results().map(MatchResult::group).toList();
    return all.stream().filter(sense::isCommon).count() * 2 >= all.size();
  }

  void find(Marked marked, List<String> given) {
    given.forEach(this::add);
    Set<String> strong = new LinkedHashSet<>();
    for (List<String> name : names) {
      if (name.size() > 1) {
        together(marked, name);
      }
      name.stream().filter(part -> !isWord(part)).forEach(strong::add);
    }
    for (String part : strong) {
      mark(marked, Pattern.compile("(?<!\\p{L})(?:\\p{Lu}\\. ?)?" + any(part) + "(?!\\p{L})"));
    }
    besideContacts(marked);
    Matcher addressed = ADDRESSED.matcher(marked.text());
    while (addressed.find()) {
      if (!sense.isAllTitleWords(addressed.group(1)) || isOwn(addressed.group(1))) {
        marked.add(PersonalKind.NAME, addressed.start(), addressed.end());
      }
    }
  }

  private boolean isOwn(String word) {
    return names.stream().flatMap(List::stream).anyMatch(part -> part.equalsIgnoreCase(word));
  }

  /// Two words that can be nothing but a name, right before a telephone number or an e-mail address.
  private void besideContacts(Marked marked) {
    for (PersonalSpan contact : marked.spans()) {
      if (contact.kind() == PersonalKind.TELEPHONE || contact.kind() == PersonalKind.E_MAIL) {
        Matcher before = BEFORE_CONTACT.matcher(marked.text())
            .region(Math.max(0, contact.span().start() - MAX_BEFORE), contact.span().start());
        if (before.find() && sense.isOnlyName(before.group(1))
            && sense.isOnlyName(before.group(2))) {
          marked.add(PersonalKind.NAME, before.start(1), before.end(2));
        }
      }
    }
  }

  /// Whether a part of a name may stand for something else in a CV.
  private boolean isWord(String part) {
    return sense.isCommon(part) || part.length() < 3;
  }

  /// Two or more parts of one name side by side, in any order.
  private static void together(Marked marked, List<String> name) {
    String part = name.stream().map(Names::any).collect(Collectors.joining("|", "(?:", ")"));
    mark(marked, Pattern.compile("(?<!\\p{L})" + part
        + "(?:(?: |, | ?- ?| \\p{Lu}\\.? )(?i:(?:van|von|de|der|den|du|la|le|di|el|al) ){0,3}"
        + part
        + "){1,6}(?!\\p{L})"));
  }

  /// A part with a capital and the rest in any case, with or without accents.
  private static String any(String part) {
    Set<String> forms = new LinkedHashSet<>();
    for (String form : List.of(part, Tables.folded(part))) {
      forms.add(Pattern.quote(form.substring(0, 1).toUpperCase(Locale.ROOT)) + "(?iu:"
          + Pattern.quote(form.substring(1)) + ")");
    }
    return forms.stream().collect(Collectors.joining("|", "(?:", ")"));
  }

  private static void mark(Marked marked, Pattern pattern) {
    Matcher found = pattern.matcher(marked.text());
    while (found.find()) {
      marked.add(PersonalKind.NAME, found.start(), found.end());
    }
  }

  /// The names of people who can be asked.
  void references(Marked marked, int start, int end) {
    int from = start;
    for (String part : marked.text().substring(start, end).split("(?<=[\\n,|;:(•])|(?<= [–-] )")) {
      String words = part.replaceAll("[\\n,|;:(•–-]+\\s*$", "").strip();
      if (isName(words)) {
        int at = marked.text().indexOf(words, from);
        marked.add(PersonalKind.NAME, at, at + words.length());
      }
      from += part.length();
    }
  }
}
