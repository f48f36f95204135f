package org.metier.profiling;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.LanguageDimension;

/// Reads the levels of a language by dimension, as the language passport of Europass sets them out: each beside
/// its name, in five languages, or five in a row in the passport's order. Stateless.
final class LanguageDimensions {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
      | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\d])([ABC][12])(?![\\p{L}\\d])",
      Pattern.UNICODE_CHARACTER_CLASS);
  /// In the order of [LanguageDimension].
  private static final List<Pattern> NAMES = List.of(
      Pattern
          .compile(
              "\\b(?:listening|écouter|compréhension orale|compréhension de l['’]oral|luisteren"
                  + "|luistervaardigheid|słuchanie|rozumienie ze słuchu|hören|hörverstehen)\\b",
              FLAGS),
      Pattern.compile(
          "\\b(?:reading|lire|lecture|compréhension écrite|compréhension de l['’]écrit|lezen"
              + "|leesvaardigheid|czytanie|lesen|leseverstehen)\\b",
          FLAGS),
      Pattern.compile(
          "\\b(?:spoken interaction|interaction orale|prendre part à une conversation|interactie"
              + "|gesprekken voeren|mondelinge interactie|interakcja|porozumiewanie się|an gesprächen teilnehmen)\\b",
          FLAGS),
      Pattern.compile(
          "\\b(?:spoken production|speaking|s['’]exprimer oralement(?: en continu)?|expression orale"
              + "|production orale|spreken|spreekvaardigheid|mówienie|samodzielne wypowiadanie się"
              + "|zusammenhängendes sprechen|sprechen)\\b",
          FLAGS),
      Pattern.compile("\\b(?:writing|écrire|expression écrite|production écrite|écriture|schrijven"
          + "|schrijfvaardigheid|pisanie|schreiben)\\b", FLAGS));
  /// A level belongs to a name at most so many characters before it.
  private static final int REACH = 14;

  private LanguageDimensions() {}

  /// @param words that follow a language's name, to the next language
  /// @return empty when levels are not said by dimension
  static Map<LanguageDimension, CefrLevel> of(String words) {
    Map<LanguageDimension, CefrLevel> levels = new EnumMap<>(LanguageDimension.class);
    List<MatchResult> codes = CODE.matcher(words).results().toList();
    LanguageDimension[] all = LanguageDimension.values();
    for (LanguageDimension dimension : all) {
      Matcher name = NAMES.get(dimension.ordinal()).matcher(words);
      if (name.find()) {
        codes.stream()
            .filter(code -> code.start() >= name.end() && code.start() - name.end() <= REACH)
            .findFirst()
            .ifPresent(code -> levels.put(dimension, CefrLevel.valueOf(code.group())));
      }
    }
    boolean isTable = levels.isEmpty() && codes.size() == all.length;
    for (int i = 0; isTable && i < all.length; i++) {
      levels.put(all[i], CefrLevel.valueOf(codes.get(i).group()));
    }
    return levels;
  }
}
