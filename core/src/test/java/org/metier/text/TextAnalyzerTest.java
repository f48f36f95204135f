package org.metier.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.text.internal.LuceneAnalyzers;

class TextAnalyzerTest {
  private final TextAnalyzer analyzer = TextAnalyzer.create();

  private List<String> written(Language language, String text) {
    return analyzer.analyze(language, text).stream().map(t -> t.span().of(text)).toList();
  }

  private String term(Language language, String word) {
    List<Token> tokens = analyzer.analyze(language, word);
    assertEquals(1, tokens.size(), () -> word + " is one word, but gave " + tokens);
    return tokens.getFirst().term();
  }

  @Test
  void technical_names_stay_whole() {
    assertEquals(
        List.of("C++", "C#", "ASP.NET", ".NET", "node.js", "R&D", "M.B.A", "3.5", "driver's"),
        written(Language.EN, "C++, C#; ASP.NET (.NET)/node.js R&D - M.B.A. 3.5 driver's"));
    assertEquals(List.of("c++", "c#", ".net", "node.js"),
        analyzer.terms(Language.EN, "C++ C# .NET Node.JS"));
  }

  @Test
  void hyphens_slashes_and_missing_spaces_part_words() {
    assertEquals(List.of("e", "commerce", "HTML", "CSS", "obowiązków", "Praca"),
        written(Language.PL, "e-commerce HTML/CSS obowiązków.Praca"));
  }

  @Test
  void french_articles_are_no_words() {
    assertEquals(List.of("école", "ingénieurs", "aujourd'hui", "il"),
        written(Language.FR, "L'école d’ingénieurs aujourd'hui, qu'il"));
  }

  @Test
  void a_suffix_for_another_gender_is_no_word_of_its_own() {
    assertEquals(List.of("chargé·e·s", "motivé(e)", "technicien(ne)"),
        written(Language.FR, "chargé·e·s motivé(e) technicien(ne)"));
    assertEquals(term(Language.FR, "chargé"), term(Language.FR, "chargé·e·s"));
    assertEquals(term(Language.DE, "Entwickler"), term(Language.DE, "Entwickler:in"));
    assertEquals(term(Language.DE, "Entwickler"), term(Language.DE, "Entwickler*innen"));
  }

  @Test
  void inflected_words_have_one_normal_form() {
    assertEquals(term(Language.EN, "nurse"), term(Language.EN, "Nurses"));
    assertEquals(term(Language.FR, "électricien"), term(Language.FR, "ELECTRICIENS"));
    assertEquals(term(Language.NL, "medewerker"), term(Language.NL, "medewerkers"));
    assertEquals(term(Language.DE, "Haus"), term(Language.DE, "Häuser"));
    assertEquals(term(Language.DE, "Führerschein"), term(Language.DE, "FUEHRERSCHEIN"));
    assertEquals("kierowca", term(Language.PL, "kierowców"));
    assertEquals(term(Language.PL, "prawo"), term(Language.PL, "prawa"));
  }

  @Test
  void polish_letters_and_codes_stay_as_they_are() {
    assertEquals("żółty", term(Language.PL, "Żółty"));
    assertEquals("łódź", term(Language.PL, "Łódź"));
    for (String code : List.of("2021", "9001", "sap", "pip")) {
      assertEquals(code, term(Language.PL, code));
    }
    assertEquals("pielęgniarka", term(Language.PL, "pielęgniarka"));
  }

  @Test
  void unseen_and_compatibility_characters_do_not_count() {
    assertEquals(term(Language.EN, "office"), term(Language.EN, "o\ufb03ce"));
    assertEquals(term(Language.EN, "welder"), term(Language.EN, "wel\u00adder"));
    assertEquals(term(Language.FR, "équipe"), term(Language.FR, "e\u0301quipe"));
    assertEquals(term(Language.EN, "java"), term(Language.EN, "\uD835\uDC09ava"));
  }

  @Test
  void terms_leave_out_stop_words_but_not_the_names_that_look_like_them() {
    assertEquals(List.of("magazynier", "praca"),
        analyzer.terms(Language.PL, "Magazynier, praca od i dla"));
    assertEquals(List.of("it"), analyzer.terms(Language.EN, "it is the IT"));
    assertTrue(analyzer.isStopWord(Language.DE, "und"));
    assertFalse(analyzer.isStopWord(Language.DE, "Koch"));
  }

  @RepeatedTest(50)
  void spans_are_in_order_and_the_lucene_analyzer_agrees(RepetitionInfo run) throws Exception {
    var random = new Random(run.getCurrentRepetition());
    for (Language language : Language.values()) {
      String text = randomText(random);
      int last = 0;
      for (Token token : analyzer.analyze(language, text)) {
        assertTrue(token.span().start() >= last && token.span().end() <= text.length());
        last = token.span().end();
      }
      assertEquals(analyzer.terms(language, text), luceneTerms(language, text), text);
    }
  }

  private static List<String> luceneTerms(Language language, String text) throws Exception {
    List<String> terms = new ArrayList<>();
    try (Analyzer lucene = LuceneAnalyzers.forLanguage(language);
        TokenStream words = lucene.tokenStream("text", text)) {
      words.reset();
      while (words.incrementToken()) {
        terms.add(words.getAttribute(CharTermAttribute.class).toString());
      }
      words.end();
    }
    return terms;
  }

  private static String randomText(Random random) {
    String[] pieces = {"Java", "d'", "l'", "the", "und", "IT", "C++", ".NET", ".js", "kierowców",
      "ß",
      "é", "\u00ad", "\u0301", "\uD835\uDC09", "\uD800", "(", ")", "e)", ":in", "·e", "&", "#", "+",
      ".", ",", "3", "'s", " ", " ", " ", "\n", "/", "-", "İ", "ﬁ", "ł", "x"};
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(60); n > 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  @Test
  void many_threads_get_what_one_gets() throws Exception {
    List<String> words = List.of("kierowców", "nauczycielki", "języka", "magazynierów", "prawa",
        "handlowego", "umiejętności", "kasjerów", "pracowników", "obsługi");
    List<String> alone = words.stream().map(w -> term(Language.PL, w)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int t = 0; t < 64; t++) {
        // an analyzer of their own for each four, so that its memo starts empty
        TextAnalyzer shared = t % 4 == 0 ? TextAnalyzer.create() : analyzer;
        tasks.add(() -> {
          for (int round = 0; round < 20; round++) {
            for (int w = 0; w < words.size(); w++) {
              if (!shared.term(Language.PL, words.get(w)).equals(alone.get(w))) {
                return false;
              }
            }
          }
          return true;
        });
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertTrue(task.get());
      }
    }
  }
}
