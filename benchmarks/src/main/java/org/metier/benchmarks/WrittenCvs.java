package org.metier.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// CVs as plain text in five languages from one seed: a made-up head, jobs with periods and tasks, education,
/// skills and languages, in sentences of our own with labels of a taxonomy. About 4,500 characters each.
final class WrittenCvs {
  private static final int JOBS = 6;
  private static final int TASKS = 7;
  private static final int SKILLS = 16;

  private final Taxonomy taxonomy;
  private final Random random;

  /// What a CV says in one language: `$` stands for a skill.
  ///
  /// @param headings of experience, education, skills and languages
  private record Words(List<String> headings, List<String> tasks, List<String> educations,
      List<String> languages, String present) {}

  private WrittenCvs(long seed, Taxonomy taxonomy) {
    random = new Random(seed);
    this.taxonomy = taxonomy;
  }

  static List<String> seeded(long seed, int count, Taxonomy taxonomy) {
    WrittenCvs writer = new WrittenCvs(seed, taxonomy);
    List<String> cvs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cvs.add(writer.cv(Language.values()[i % Language.values().length]));
    }
    return cvs;
  }

  private static Words words(Language language) {
    return switch (language) {
      case EN -> new Words(List.of("Work experience", "Education", "Skills", "Languages"),
          List.of("Responsible for the day's work: $ and $.", "Learned to $ with a small team.",
              "Helped customers and colleagues, and made sure that all was ready on time."),
          List.of("Bachelor of Science, Northfield University", "Secondary school, Northfield"),
          List.of("English: native speaker", "French: B1"), "present");
      case FR -> new Words(
          List.of("Expérience professionnelle", "Formation", "Compétences", "Langues"),
          List.of("Chargé du travail quotidien : $ et $.", "Au sein d’une petite équipe : $.",
              "Accueil des clients et préparation du matériel dans les délais."),
          List.of("Licence, Université de Valbourg", "Baccalauréat, lycée de Valbourg"),
          List.of("Français : langue maternelle", "Anglais : B2"), "aujourd’hui");
      case NL -> new Words(List.of("Werkervaring", "Opleiding", "Vaardigheden", "Talen"),
          List.of("Verantwoordelijk voor het dagelijkse werk: $ en $.",
              "In een klein team: $.", "Klanten geholpen en gezorgd dat alles op tijd klaar was."),
          List.of("Bachelor, Hogeschool Noordveld", "Middelbare school, Noordveld"),
          List.of("Nederlands: moedertaal", "Engels: B2"), "heden");
      case PL -> new Words(
          List.of("Doświadczenie zawodowe", "Wykształcenie", "Umiejętności", "Języki"),
          List.of("Odpowiedzialność za codzienną pracę: $ oraz $.", "W małym zespole: $.",
              "Obsługa klientów i przygotowanie stanowiska na czas."),
          List.of("Licencjat, Uniwersytet w Nowopolu", "Liceum ogólnokształcące, Nowopole"),
          List.of("polski: ojczysty", "angielski: B2"), "obecnie");
      case DE -> new Words(
          List.of("Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachen"),
          List.of("Verantwortlich für die tägliche Arbeit: $ und $.", "Im kleinen Team: $.",
              "Kunden betreut und dafür gesorgt, dass alles rechtzeitig fertig war."),
          List.of("Bachelor, Hochschule Nordfeld", "Realschulabschluss, Nordfeld"),
          List.of("Deutsch: Muttersprache", "Englisch: B2"), "heute");
    };
  }

  private String cv(Language language) {
    Words words = words(language);
    StringBuilder cv = new StringBuilder("Zdenka Quellmark\nzdenka.quellmark@mail.example\n\n");
    heading(cv, words.headings().getFirst());
    int year = 2025;
    for (int job = 0; job < JOBS; job++) {
      int start = year - 1 - random.nextInt(4);
      cv.append("%02d/%d - %s  %s\n".formatted(1 + random.nextInt(12), start,
          job == 0 ? words.present() : "%02d/%d".formatted(1 + random.nextInt(12), year),
          label(ConceptKind.OCCUPATION, language)));
      for (int task = 0; task < TASKS; task++) {
        cv.append("- ").append(filled(pick(words.tasks()), language)).append('\n');
      }
      cv.append('\n');
      year = start;
    }
    heading(cv, words.headings().get(1));
    words.educations().forEach(line -> cv.append("2005 - 2008  ").append(line).append('\n'));
    cv.append('\n');
    heading(cv, words.headings().get(2));
    for (int skill = 0; skill < SKILLS; skill++) {
      cv.append(label(ConceptKind.SKILL, language)).append(skill % 2 == 0 ? ", " : "\n");
    }
    cv.append('\n');
    heading(cv, words.headings().get(3));
    words.languages().forEach(line -> cv.append(line).append('\n'));
    return cv.toString();
  }

  private static void heading(StringBuilder cv, String heading) {
    cv.append(heading).append('\n');
  }

  private String filled(String sentence, Language language) {
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < sentence.length(); at++) {
      char c = sentence.charAt(at);
      if (c == '$') {
        filled.append(label(ConceptKind.SKILL, language));
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  private String label(ConceptKind kind, Language language) {
    int[] concepts = taxonomy.concepts(kind);
    return taxonomy.label(concepts[random.nextInt(concepts.length)], language);
  }

  private String pick(List<String> items) {
    return items.get(random.nextInt(items.size()));
  }
}
