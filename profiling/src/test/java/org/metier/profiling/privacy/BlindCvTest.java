package org.metier.profiling.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.profile.Competence;
import org.metier.profile.Competence.Origin;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

class BlindCvTest {
  private static final PersonalData DATA = PersonalData.create();
  private static final GenderWords GENDER = new GenderWords(
      (language, word) -> Set.of("waiter", "kellner", "kelner", "serveur").contains(word));
  private static final List<String> FILLER = List.of("planned", "menus", "for", "guests", "baked",
      "bread", "in", "teams", "waitress", "kitchen", "of", "harbour", "restaurants");

  /// A CV put together at random, and what in it must not be seen.
  private record Made(String text, List<Span> own, List<String> secrets, List<Span> words) {}

  @RepeatedTest(300)
  void nothing_personal_is_left_and_every_other_word_is_found_again(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Language language = Language.values()[random.nextInt(Language.values().length)];
    Made made = made(random);
    List<PersonalSpan> personal = DATA.find(made.text, new PersonParts(made.own, List.of(),
        List.of(), FILLER::contains, words -> false));
    BlindCv blind = BlindCv.of(made.text, personal, List.of(), language, GENDER);
    BlindCv fromBlanked = BlindCv.of(PersonalSpan.blank(made.text, personal), personal, List.of(),
        language, GENDER);
    assertEquals(blind.text(), fromBlanked.text());
    for (String secret : made.secrets) {
      assertFalse(blind.text().contains(secret), secret + " in " + blind.text());
    }
    for (Span word : made.words) {
      Span there = blind.blind(word);
      String neutral = GENDER.title(word.of(made.text), language);
      assertEquals(neutral, there.of(blind.text()));
      assertEquals(word, blind.original(there));
    }
  }

  @RepeatedTest(100)
  void spans_keep_their_order_and_stay_in_the_text(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Made made = made(random);
    List<PersonalSpan> personal = DATA.find(made.text, new PersonParts(made.own, List.of(),
        List.of(), FILLER::contains, words -> false));
    BlindCv blind = BlindCv.of(made.text, personal, List.of(), Language.EN, GENDER);
    int last = 0;
    for (int i = 0; i < made.text.length(); i++) {
      Span there = blind.blind(new Span(i, i + 1));
      assertTrue(there.start() >= last && there.end() <= blind.text().length());
      Span back = blind.original(there);
      assertTrue(back.start() <= i && back.end() > i, i + " became " + there + " and " + back);
      last = there.start();
    }
  }

  private static Made made(Random random) {
    StringBuilder text = new StringBuilder();
    List<Span> own = new ArrayList<>();
    List<Span> words = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    String first = name(random);
    String last = name(random);
    String mail = first.toLowerCase(java.util.Locale.ROOT) + "@post.example";
    String telephone = "+48 5%02d %03d %03d".formatted(random.nextInt(100), random.nextInt(1000),
        random.nextInt(1000));
    own.add(line(text, first + " " + last));
    own.add(line(text, "Tel: " + telephone + " | " + mail));
    secrets.addAll(List.of(first, last, mail, telephone));
    for (int i = 0; i < 10 + random.nextInt(20); i++) {
      int count = 3 + random.nextInt(6);
      for (int w = 0; w < count; w++) {
        String word = FILLER.get(random.nextInt(FILLER.size()));
        words.add(new Span(text.length(), text.length() + word.length()));
        text.append(word).append(w + 1 < count ? " " : "");
      }
      if (random.nextInt(3) == 0) {
        String secret = secret(random, first, last);
        secrets.add(secret);
        text.append(". ").append(secret).append('.');
      }
      text.append('\n');
    }
    return new Made(text.toString(), own, secrets, words);
  }

  private static Span line(StringBuilder text, String line) {
    int start = text.length();
    text.append(line).append('\n');
    return new Span(start, text.length() - 1);
  }

  private static String secret(Random random, String first, String last) {
    int year = 1950 + random.nextInt(50);
    return switch (random.nextInt(8)) {
      case 0 -> last.toUpperCase(java.util.Locale.ROOT) + ", " + first;
      case 1 -> "Geboren am: 0" + (1 + random.nextInt(9)) + ".11." + year;
      case 2 -> "Née le 12 mars " + year;
      case 3 -> "Nationaliteit: Atlantisch";
      case 4 -> "Jestem mężatką";
      case 5 -> "Mrs " + last;
      case 6 -> "Mother of " + (2 + random.nextInt(4)) + " children";
      default -> "Członek NSZZ Solidarność";
    };
  }

  /// Letters that make no word of the filler.
  private static String name(Random random) {
    StringBuilder name = new StringBuilder().append((char) ('P' + random.nextInt(10)));
    for (int i = 0; i < 3 + random.nextInt(6); i++) {
      name.append("aeiouy".charAt(random.nextInt(6))).append("zqxjv".charAt(random.nextInt(5)));
    }
    return name.toString();
  }

  @Test
  void evidence_of_a_profile_points_to_the_same_words() {
    String text = "Zdenka Quellmark\nKellnerin, Hotel\nBrot backen";
    List<PersonalSpan> personal = List
        .of(new PersonalSpan(PersonalKind.NAME, new Span(0, 16)));
    BlindCv blind = BlindCv.of(text, personal, List.of(new Span(17, 26)), Language.DE, GENDER);
    assertEquals("[Name]\nKellner, Hotel\nBrot backen", blind.text());
    CompetenceProfile profile = blind.profile(CompetenceProfile.builder("p1")
        .occupations(List.of(new HeldOccupation("Kellnerin", "occupation:waiter", 0.9, null,
            List.of(new Evidence("p1", "experience", new Span(17, 26), "Kellnerin")))))
        .competences(List.of(Competence.of("skill:bake", Origin.STATED, 0.8, List.of(
            new Evidence("p1", "experience", new Span(34, 45), "Brot backen")))))
        .build());
    assertEquals("Kellner", profile.occupations().getFirst().title());
    assertEquals(new Evidence("p1", "experience", new Span(7, 14), "Kellner"),
        profile.occupations().getFirst().evidence().getFirst());
    assertEquals(new Evidence("p1", "experience", new Span(22, 33), "Brot backen"),
        profile.competences().getFirst().evidence().getFirst());
  }

  @Test
  void what_lies_within_a_mark_covers_all_that_the_mark_stands_for() {
    BlindCv blind = BlindCv.of("I, Zdenka, bake", List.of(
        new PersonalSpan(PersonalKind.NAME, new Span(3, 9))), List.of(), Language.EN, GENDER);
    assertEquals("I, [name], bake", blind.text());
    assertEquals(List.of(new Span(3, 9)), blind.replaced());
    assertEquals(new Span(3, 9), blind.blind(new Span(5, 6)));
    assertEquals(new Span(3, 9), blind.original(new Span(4, 5)));
    assertEquals(new Span(0, 15), blind.original(new Span(0, blind.text().length())));
  }

  @Test
  void blanking_keeps_the_length_and_the_line_breaks() {
    assertEquals("I,       ,\n bake", PersonalSpan.blank("I, Zdenka,\n bake",
        List.of(new PersonalSpan(PersonalKind.NAME, new Span(3, 9)))));
  }
}
