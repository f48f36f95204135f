package org.metier.index;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.metier.feed.Feed;
import org.metier.feed.Source;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Importance;

/// A small taxonomy, and vacancies, profiles and feeds over it.
public final class Market {
  public static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  public static final int SKILLS = 40;

  private Market() {}

  /// Bakers and cooks, and forty skills `s0` to `s39` called "knack0" and so on.
  public static Taxonomy taxonomy() {
    Taxonomy.Builder builder = Taxonomy.builder()
        .concept("isco7", ConceptKind.ISCO_GROUP, "7")
        .concept("isco75", ConceptKind.ISCO_GROUP, "75")
        .concept("isco751", ConceptKind.ISCO_GROUP, "751")
        .concept("isco7512", ConceptKind.ISCO_GROUP, "7512")
        .concept("isco7511", ConceptKind.ISCO_GROUP, "7511")
        .broader("isco75", "isco7")
        .broader("isco751", "isco75")
        .broader("isco7512", "isco751")
        .broader("isco7511", "isco751");
    occupation(builder, "baker", "7512", "baker", "boulanger");
    occupation(builder, "pastry", "7512", "pastry maker", "pâtissier");
    occupation(builder, "butcher", "7511", "butcher", "boucher");
    builder.broader("pastry", "baker");
    for (int i = 0; i < SKILLS; i++) {
      builder.concept("s" + i, ConceptKind.SKILL, "")
          .labels("s" + i, Language.EN, List.of("knack" + i))
          .labels("s" + i, Language.FR, List.of("savoir" + i))
          .essential(i % 2 == 0 ? "baker" : "butcher", "s" + i);
    }
    return builder.build();
  }

  private static void occupation(Taxonomy.Builder builder, String uri, String code, String en,
      String fr) {
    builder.concept(uri, ConceptKind.OCCUPATION, code)
        .labels(uri, Language.EN, List.of(en))
        .labels(uri, Language.FR, List.of(fr))
        .broader(uri, "isco" + code);
  }

  public static Vacancy.Builder vacancy(String key, String title) {
    return Vacancy.builder(new VacancyId("test", key), title).language(Language.EN);
  }

  public static Vacancy random(int number, Random random) {
    Set<String> skills = new LinkedHashSet<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      skills.add("s" + random.nextInt(SKILLS));
    }
    String[] occupations = {"baker", "pastry", "butcher"};
    List<OccupationCode> codes = random.nextInt(3) == 0
        ? List.of()
        : List.of(new OccupationCode(occupations[random.nextInt(3)], 0.5,
            OccupationCode.Origin.LINKED));
    return vacancy("v" + number, "position " + number)
        .skills(skills.stream().map(Market::demand).toList())
        .occupations(codes)
        .build();
  }

  public static SkillDemand demand(String uri) {
    return new SkillDemand(uri, Importance.REQUIRED, evidence());
  }

  public static CompetenceProfile profile(String id, List<String> skills, List<String> held) {
    List<HeldOccupation> occupations = new ArrayList<>();
    for (String uri : held) {
      occupations.add(new HeldOccupation("worked as " + uri, uri, 0.9, null, List.of(evidence())));
    }
    return CompetenceProfile.builder(id)
        .language(Language.EN)
        .occupations(occupations)
        .competences(skills.stream()
            .map(s -> Competence.of(s, Competence.Origin.STATED, 0.9, List.of(evidence())))
            .toList())
        .build();
  }

  public static Evidence evidence() {
    return new Evidence("document", "experience", new Span(0, 4), "word");
  }

  public static Feed.Builder feed(String text) {
    return Feed.of(Source.of("test"), "feed",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  public static String offers(String... offers) {
    return "{\"resultats\": [" + String.join(",\n", offers) + "]}";
  }

  public static String offer(String id, String title, String description) {
    return "{\"id\": \"" + id + "\", \"intitule\": \"" + title + "\", \"description\": \""
        + description
        + "\"}";
  }
}
