package org.metier.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.text.Language;

/// Holds all words that people meet, of all modules, in all languages: the files of sentences, and the questions and
/// helps of the specifications. The phrases of made-up vacancies are not among them: they differ between languages so
/// that the vacancies do.
class TranslationsTest {
  private static final List<String> MODULES = List.of("core", "index", "examples");
  private static final String MADE_UP = "demo";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");
  private static final Pattern TEXT = Pattern.compile("\"(en|fr|nl|pl|de)\" ?: \"([^\"]*)\"");

  /// What another language writes as English does.
  private static final Set<String> ALIKE = Set.of("{0} km", "{0} pp", "AUC", "Conditions",
      "Contract", "Contract: {0}.",
      "Distance", "Feed", "Horizon", "Model", "Pages", "Population", "Problem", "Records", "Source",
      "Type", "random forest");

  /// Words that only somebody uses who does not say vous, u, Pan(i) or Sie. A button may order in Polish.
  private static final Map<Language, Pattern> INFORMAL = Map.of(
      Language.FR, word("tu|toi|te|ton|ta|tes"),
      Language.NL, word("je|jij|jou|jouw"),
      Language.PL,
      word("ty|ci|ciebie|tobie|twój|twoja|twoje|twoich|twoim|twojego|twojemu|masz|chcesz"
          + "|szukasz|umiesz|znasz"),
      Language.DE, word("du|dir|dich|dein|deine|deinen|deiner"));

  private static Pattern word(String words) {
    return Pattern.compile("(?<!\\p{L})(" + words + ")(?!\\p{L})",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static List<Path> files(Predicate<String> isWanted) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : MODULES) {
      Path resources = Path.of("..", module, "src", "main", "resources");
      try (Stream<Path> all = Files.walk(resources)) {
        all.filter(
            p -> isWanted.test(p.getFileName().toString()) && !p.toString().contains(MADE_UP))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static Map<String, String> sentences(Path english, Language language) throws IOException {
    String name = english.getFileName().toString().replace("_en.", "_" + language.code() + ".");
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(english.resolveSibling(name), UTF_8)) {
      read.load(reader);
    }
    Map<String, String> sentences = new TreeMap<>();
    read.forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
    return sentences;
  }

  /// All texts of a language, by where they stand.
  private static Map<String, String> texts(Language language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path english : files(name -> name.endsWith("_en.properties"))) {
      sentences(english, language).forEach((key, text) -> texts.put(english + " " + key, text));
    }
    for (Path specification : files(name -> name.endsWith(".json"))) {
      List<String> inOrder = TEXT.matcher(Files.readString(specification))
          .results()
          .filter(m -> m.group(1).equals(language.code()))
          .map(m -> m.group(2))
          .toList();
      for (int i = 0; i < inOrder.size(); i++) {
        texts.put(specification + " text " + i, inOrder.get(i));
      }
    }
    return texts;
  }

  private static Set<String> placeholders(String sentence) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static List<String> where(Map<String, String> texts, Predicate<String> isWrong) {
    return texts.entrySet()
        .stream()
        .filter(e -> isWrong.test(e.getValue()))
        .map(e -> e.getKey() + ": " + e.getValue())
        .toList();
  }

  @Test
  void the_words_of_all_modules_are_held() throws IOException {
    Set<String> names = new TreeSet<>();
    files(name -> name.endsWith("_en.properties"))
        .forEach(p -> names.add(p.getFileName().toString()));
    assertTrue(names.containsAll(Set.of("diagnosis_en.properties", "letter_en.properties",
        "wording_en.properties", "fairness_en.properties", "labels_en.properties")),
        names::toString);
    for (Language language : Language.values()) {
      assertEquals(texts(Language.EN).size(), texts(language).size(), language::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_file_says_the_same_things_of_the_same_values(Language language) throws IOException {
    for (Path file : files(name -> name.endsWith("_en.properties"))) {
      Map<String, String> english = sentences(file, Language.EN);
      Map<String, String> other = sentences(file, language);
      assertEquals(english.keySet(), other.keySet(), file + " in " + language);
      english.forEach((key, sentence) -> assertEquals(placeholders(sentence),
          placeholders(other.get(key)), file + " " + key + " in " + language));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void nothing_is_left_in_english(Language language) throws IOException {
    Map<String, String> english = texts(Language.EN);
    Map<String, String> other = new TreeMap<>(texts(language));
    other.keySet().retainAll(english.keySet());
    Pattern words = Pattern.compile("\\p{L}{2}");
    other.entrySet()
        .removeIf(e -> !e.getValue().equals(english.get(e.getKey()))
            || !words.matcher(e.getValue().replaceAll("\\{[^}]*\\}", "")).find()
            || ALIKE.contains(e.getValue()));
    assertEquals(Map.of(), other);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void quotation_marks_and_spaces_are_those_of_the_language(Language language) throws IOException {
    Map<String, String> texts = texts(language);
    assertEquals(List.of(), where(texts, text -> text.contains("'") || text.contains("\"")));
    assertEquals(List.of(), where(texts, text -> text.contains("  ") || text.contains("...")));
    Pattern wrong = Pattern.compile(switch (language) {
      case EN, NL -> "[„«»]";
      case FR -> "[„“”]|[^\\u202f](?<!»)[;!?»%]|[^\\u00a0]:|«(?!\\u202f)";
      case PL -> "[“«»]";
      case DE -> "[”«»]";
    });
    assertEquals(List.of(), where(texts, text -> wrong.matcher(text).find()));
  }

  @ParameterizedTest
  @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void nobody_is_addressed_like_a_friend(Language language) throws IOException {
    Pattern informal = INFORMAL.get(language);
    assertEquals(List.of(), where(texts(language), text -> informal.matcher(text).find()));
  }
}
