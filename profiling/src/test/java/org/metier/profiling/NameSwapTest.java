package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metier.json.Json;
import org.metier.match.Match;
import org.metier.match.Ranker;
import org.metier.match.model.RankerModel;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Names, pronouns and gendered words of CVs in five languages are swapped: neither profile nor score may
/// move at all.
class NameSwapTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Profiler PROFILER = Profiler.builder(SmallTaxonomy.build())
      .clock(Clock.fixed(NOW, ZoneOffset.UTC))
      .build();
  private static final Ranker RANKER = Ranker.of(RankerModel.standard(), SmallTaxonomy.build(),
      TextAnalyzer.create());

  /// Of many origins; some are words, and one is a job that the CV names.
  private static final List<String> NAMES = List.of("Zdenka Quellmark", "Li Wu",
      "Mohammed Al-Farouqi", "Siobhán O'Neill", "Łucja Brzęczyszczykiewicz",
      "Jean-Pierre de la Tour", "Mark Cook", "Anneke van den Bosch", "Kübra Şahin", "Rose Baker");

  @AfterAll
  static void close() {
    PROFILER.close();
  }

  static Stream<Arguments> swaps() {
    return Stream.of(Language.values())
        .flatMap(language -> NAMES.stream()
            .flatMap(name -> Stream.of(Arguments.of(language, name, 0),
                Arguments.of(language, name, 1))));
  }

  @ParameterizedTest
  @MethodSource("swaps")
  void neither_profile_nor_score_moves(Language language, String name, int gender) {
    ProfiledCv before = read(cv(language, NAMES.getFirst(), 0));
    ProfiledCv after = read(cv(language, name, gender));
    assertEquals(before.text(), after.text());
    assertEquals(before.profile(), after.profile());
    Match matched = RANKER.match(before.profile(), vacancy(language), NOW);
    Match other = RANKER.match(after.profile(), vacancy(language), NOW);
    assertEquals(matched.score(), other.score(), 0);
    assertEquals(matched.reasons(), other.reasons());
  }

  @ParameterizedTest
  @MethodSource("swaps")
  void no_name_is_left(Language language, String name, int gender) {
    ProfiledCv read = read(cv(language, name, gender));
    String json = Json.write(read.profile());
    for (String part : name.split("[ -]")) {
      if (part.length() > 2 && !Set.of("Cook", "Baker", "van", "den").contains(part)) {
        assertFalse(read.text()
            .toLowerCase(Locale.ROOT)
            .matches("(?s).*\\b" + Pattern.quote(part.toLowerCase(Locale.ROOT)) + "\\b.*"), part);
        assertFalse(json.contains(part), part);
      }
    }
  }

  @Test
  void the_cvs_say_something() {
    for (Language language : Language.values()) {
      ProfiledCv read = read(cv(language, NAMES.getFirst(), 1));
      assertEquals(Set.of("occupation:cook", "occupation:waiter"),
          Set.copyOf(read.profile().occupations().stream().map(HeldOccupation::uri).toList()));
      assertNotEquals(cv(language, NAMES.getFirst(), 0), cv(language, NAMES.getFirst(), 1));
      assertNotEquals(0, RANKER.match(read.profile(), vacancy(language), NOW).score());
    }
  }

  private static Vacancy vacancy(Language language) {
    String title = switch (language) {
      case EN -> "Waitress or cook wanted";
      case FR -> "Serveuse ou cuisinière";
      case NL -> "Serveerster of kok";
      case PL -> "Kelnerka lub kucharka";
      case DE -> "Kellnerin oder Köchin";
    };
    return Vacancy.builder(new VacancyId("test", "1"), title)
        .language(language)
        .description(title + ". " + title)
        .build();
  }

  /// @param gender which of the alternatives of the template to take
  private static String cv(Language language, String name, int gender) {
    String template = template(language);
    String[] parts = name.split(" ");
    String plain = Pattern.compile("\\{([^{}|]*)\\|([^{}|]*)}")
        .matcher(template)
        .replaceAll(m -> m.group(1 + gender));
    return plain.replace("{Name}", name)
        .replace("{NAME}", name.toUpperCase(Locale.ROOT))
        .replace("{Surname}", parts[parts.length - 1])
        .replace("{mail}", parts[0].toLowerCase(Locale.ROOT) + "@mail.example");
  }

  private static String template(Language language) {
    try (var in = NameSwapTest.class
        .getResourceAsStream("privacy/swap-" + language.code() + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProfiledCv read(String cv) {
    try {
      return PROFILER.read(new ByteArrayInputStream(cv.getBytes(StandardCharsets.UTF_8)), "p1",
          Wishes.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
