package org.metier.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// Reads a query as people type it: words, `"phrases"`, `-exclusions`.
final class SearchWords {
  private static final Pattern PART = Pattern
      .compile("(?<minus>-?)(?:\"(?<phrase>[^\"]*)\"|(?<word>[^\\s\"]+))");

  private record Part(boolean isExcluded, boolean isQuoted, String text) {}

  private SearchWords() {}

  static Alert.Builder of(Alert.Builder alert, String query, List<Language> languages,
      TextAnalyzer analyzer) {
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("a query needs at least one language");
    }
    List<Part> parts = parts(query);
    Map<Language, Wording> wording = new EnumMap<>(Language.class);
    for (Language language : languages) {
      List<String> all = new ArrayList<>();
      List<String> none = new ArrayList<>();
      for (Part part : parts) {
        if (saysSomething(part, language, analyzer)) {
          (part.isExcluded ? none : all).add(part.text);
        }
      }
      if (all.isEmpty() && none.isEmpty()) {
        throw new IllegalArgumentException("the query has no word that means something in "
            + language + "; expected words such as: nurse \"night shift\" -intern");
      }
      wording.put(language, new Wording(all, List.of(), none));
    }
    return alert.wording(wording);
  }

  private static List<Part> parts(String query) {
    if (query.chars().filter(c -> c == '"').count() % 2 != 0) {
      throw new IllegalArgumentException("the query opens a quote and does not close it");
    }
    List<Part> parts = new ArrayList<>();
    Matcher found = PART.matcher(query);
    while (found.find()) {
      boolean isExcluded = !found.group("minus").isEmpty();
      String phrase = found.group("phrase");
      parts.add(phrase == null
          ? new Part(isExcluded, false, found.group("word"))
          : new Part(isExcluded, true, phrase));
    }
    return parts;
  }

  private static boolean saysSomething(Part part, Language language, TextAnalyzer analyzer) {
    List<Token> tokens = analyzer.analyze(language, part.text);
    return (part.isQuoted || part.isExcluded)
        ? !tokens.isEmpty()
        : tokens.stream()
            .anyMatch(t -> !analyzer.isStopWord(language, t.span().of(part.text)));
  }
}
