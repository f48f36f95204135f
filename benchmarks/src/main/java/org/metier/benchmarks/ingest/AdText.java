package org.metier.benchmarks.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.metier.benchmarks.market.SyntheticMarket;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Titles and texts of advertisements in five languages, some 2,500 characters each: the sentences that real
/// ones have about the job, the demands, pay, hours, contract and data, with labels of a taxonomy and rare
/// words between them. Immutable, thread-safe.
final class AdText {
  private static final int LENGTH = 2_200;
  private static final int FILL_WORDS = 16;

  private final SyntheticMarket market;
  private final List<List<String>> occupations;
  private final List<List<String>> skills;

  AdText(SyntheticMarket market, Taxonomy taxonomy) {
    this.market = market;
    occupations = labels(taxonomy, ConceptKind.OCCUPATION);
    skills = labels(taxonomy, ConceptKind.SKILL);
  }

  private static List<List<String>> labels(Taxonomy taxonomy, ConceptKind kind) {
    return Arrays.stream(Language.values())
        .map(language -> Arrays.stream(taxonomy.concepts(kind))
            .mapToObj(concept -> taxonomy.label(concept, language))
            .filter(label -> !label.isEmpty() && label.length() <= 60)
            .toList())
        .toList();
  }

  String title(Language language, SplittableRandom random) {
    String label = one(occupations.get(language.ordinal()), random);
    return switch (random.nextInt(4)) {
      case 0 -> label + " " + mark(language);
      case 1 -> label + " - " + word(language, random);
      default -> label;
    };
  }

  private static String mark(Language language) {
    return switch (language) {
      case EN -> "(m/f/x)";
      case FR -> "H/F";
      case NL -> "m/v/x";
      case PL -> "(K/M)";
      case DE -> "(m/w/d)";
    };
  }

  String description(Language language, String employer, SplittableRandom random) {
    StringBuilder text = new StringBuilder(LENGTH + 500);
    List<String> sentences = sentences(language);
    int at = random.nextInt(3);
    while (text.length() < LENGTH) {
      fill(text, language, random);
      if (at < sentences.size()) {
        text.append(filled(sentences.get(at), language, employer, random))
            .append(random.nextInt(3) == 0 ? "\n" : " ");
        at += 1 + random.nextInt(2);
      }
    }
    return text.toString().strip();
  }

  /// What an advertisement says that no other does.
  private void fill(StringBuilder text, Language language, SplittableRandom random) {
    List<String> words = market.words(language, 4 + random.nextInt(FILL_WORDS), random.nextInt());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      text.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
          .append(i + 1 == words.size() ? ". " : random.nextInt(8) == 0 ? ", " : " ");
    }
  }

  private String filled(String sentence, Language language, String employer,
      SplittableRandom random) {
    return sentence.replace("{employer}", employer)
        .replace("{skill}", one(skills.get(language.ordinal()), random))
        .replace("{other}", one(skills.get(language.ordinal()), random))
        .replace("{word}", word(language, random))
        .replace("{years}", String.valueOf(2 + random.nextInt(5)))
        .replace("{pay}", String.valueOf(1_800 + 50 * random.nextInt(60)))
        .replace("{hours}", String.valueOf(20 + 2 * random.nextInt(11)))
        .replace("{phone}", String.valueOf(100 + random.nextInt(900)));
  }

  private String word(Language language, SplittableRandom random) {
    return market.words(language, 1, random.nextInt()).getFirst();
  }

  private static String one(List<String> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<String> sentences(Language language) {
    return switch (language) {
      case EN -> List.of("For our team we are looking for somebody with experience in {skill}.",
          "{employer} has been working in {word} for more than 20 years.",
          "Your tasks:", "- {skill} and {other}", "- You plan the {word} with your colleagues.",
          "- {skill}",
          "Requirements:", "- at least {years} years of experience in {word}",
          "- You have knowledge of {skill}; {other} is nice to have.",
          "- good command of English (B2), German would be a plus",
          "- driving licence category B", "- bachelor's degree or similar",
          "We offer a permanent contract, {hours} hours per week, and flexible working hours.",
          "The salary is {pay} EUR gross per month, depending on your qualification.",
          "Apply by e-mail to jobs.{word}@example.com or call +44 20 7946 0{phone}.",
          "We process your personal data for this recruitment only, see our privacy policy.");
      case FR -> List.of("Pour notre équipe, nous recherchons une personne qui maîtrise {skill}.",
          "{employer} travaille dans le domaine {word} depuis plus de 20 ans.",
          "Vos missions :", "- {skill} et {other}", "- Vous organisez {word} avec vos collègues.",
          "- {skill}",
          "Profil recherché :", "- au moins {years} ans d'expérience en {word}",
          "- Vous connaissez {skill} ; {other} serait un plus.",
          "- anglais courant (B2), allemand apprécié", "- permis B exigé",
          "- diplôme de niveau bac+2 ou équivalent",
          "Nous proposons un contrat à durée indéterminée de {hours} heures par semaine.",
          "Salaire : {pay} € brut par mois selon profil, mutuelle et tickets restaurant.",
          "Contact : Madame Durand, rh.{word}@example.com ou 01 99 00 {phone} 1.",
          "Vos données personnelles sont traitées pour ce recrutement seulement (RGPD).");
      case NL -> List.of("Voor ons team zoeken wij iemand met ervaring in {skill}.",
          "{employer} werkt al meer dan 20 jaar in {word}.",
          "Jouw taken:", "- {skill} en {other}", "- Je plant {word} samen met je collega's.",
          "- {skill}",
          "Profiel:", "- minstens {years} jaar ervaring in {word}",
          "- Je hebt kennis van {skill}; {other} is een pluspunt.",
          "- goede kennis van het Nederlands, Frans is een troef", "- rijbewijs B vereist",
          "- bachelor diploma of gelijkwaardig",
          "Wij bieden een contract van onbepaalde duur, {hours} uur per week.",
          "Het loon bedraagt {pay} euro bruto per maand, met maaltijdcheques.",
          "Solliciteer via jobs.{word}@example.com of bel 02 555 1 {phone}.",
          "Wij verwerken je persoonsgegevens enkel voor deze vacature, zie ons privacybeleid.");
      case PL -> List.of("Do naszego zespołu szukamy osoby, która zna się na: {skill}.",
          "Firma {employer} działa w branży {word} od ponad 20 lat.",
          "Zakres obowiązków:", "- {skill} oraz {other}",
          "- planowanie {word} razem z zespołem", "- {skill}",
          "Wymagania:", "- minimum {years} lata doświadczenia w {word}",
          "- znajomość: {skill}; mile widziane {other}",
          "- dobra znajomość języka angielskiego (B2), niemiecki będzie atutem",
          "- prawo jazdy kat. B", "- wykształcenie wyższe lub średnie",
          "Oferujemy umowę o pracę na czas nieokreślony, {hours} godzin tygodniowo.",
          "Wynagrodzenie {pay} zł brutto miesięcznie, zależnie od doświadczenia.",
          "Osoba do kontaktu: Anna Nowak, praca.{word}@example.com, tel. 600 100 {phone}.",
          "Administratorem danych osobowych jest {employer}; dane służą tylko rekrutacji (RODO).");
      case DE -> List.of("Für unser Team suchen wir jemanden mit Erfahrung in {skill}.",
          "{employer} arbeitet seit über 20 Jahren im Bereich {word}.",
          "Ihre Aufgaben:", "- {skill} und {other}",
          "- Sie planen {word} gemeinsam mit Ihren Kollegen.", "- {skill}",
          "Ihr Profil:", "- mindestens {years} Jahre Erfahrung in {word}",
          "- Sie verfügen über Kenntnisse in {skill}; {other} ist von Vorteil.",
          "- gute Deutschkenntnisse (B2), Englisch wünschenswert", "- Führerschein Klasse B",
          "- abgeschlossene Ausbildung oder Bachelor",
          "Wir bieten einen unbefristeten Arbeitsvertrag mit {hours} Stunden pro Woche.",
          "Das Gehalt beträgt {pay} Euro brutto im Monat, je nach Qualifikation.",
          "Ansprechpartnerin: Frau Petra Muster, bewerbung.{word}@example.com, 030 1234{phone}.",
          "Ihre personenbezogenen Daten werden nur für diese Stelle verarbeitet (DSGVO).");
    };
  }
}
