package org.metier.match;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// What comparing needs of a profile, worked out once for any number of vacancies. Immutable.
///
/// @param skills competences by their number in the taxonomy; what the taxonomy does not know is left out
/// @param held jobs linked to an occupation, latest first
/// @param wanted numbers of wanted occupations
/// @param titles the words of each job held or wanted, by normal form
/// @param words of all that the profile says
record ProfileView(CompetenceProfile profile, LocalDate today, Map<Integer, Competence> skills,
    List<Held> held, List<Integer> wanted, List<Set<String>> titles, Set<String> words) {

  /// A job and the number of its occupation.
  record Held(int occupation, HeldOccupation job) {}

  static ProfileView of(CompetenceProfile profile, Instant now, Taxonomy taxonomy,
      WordWeights weights) {
    Map<Integer, Competence> skills = new LinkedHashMap<>();
    for (Competence competence : profile.competences()) {
      OptionalInt skill = taxonomy.find(competence.uri());
      if (skill.isPresent() && taxonomy.kind(skill.getAsInt()) == ConceptKind.SKILL) {
        skills.merge(skill.getAsInt(), competence, ProfileView::surer);
      }
    }
    List<Held> held = new ArrayList<>();
    for (HeldOccupation job : profile.occupations()) {
      find(taxonomy, job.uri()).ifPresent(occupation -> held.add(new Held(occupation, job)));
    }
    List<Integer> wanted = new ArrayList<>();
    profile.wishes()
        .occupations()
        .forEach(uri -> find(taxonomy, uri).ifPresent(wanted::add));
    List<Set<String>> titles = new ArrayList<>();
    Map<String, String> words = new LinkedHashMap<>();
    Language language = profile.language();
    if (language != null) {
      collectWords(profile, language, wanted, taxonomy, weights, titles, words);
    }
    return new ProfileView(profile, LocalDate.ofInstant(now, ZoneOffset.UTC), skills, held, wanted,
        titles, words.keySet());
  }

  private static OptionalInt find(Taxonomy taxonomy, @Nullable String uri) {
    return uri == null ? OptionalInt.empty() : taxonomy.find(uri);
  }

  private static Competence surer(Competence a, Competence b) {
    return b.origin().compareTo(a.origin()) < 0 ? b : a;
  }

  private static void collectWords(CompetenceProfile profile, Language language,
      List<Integer> wanted, Taxonomy taxonomy, WordWeights weights, List<Set<String>> titles,
      Map<String, String> words) {
    List<String> jobs = new ArrayList<>();
    profile.occupations().forEach(job -> jobs.add(job.title()));
    wanted.forEach(occupation -> jobs.add(taxonomy.label(occupation, language)));
    for (String job : jobs) {
      Map<String, String> title = new LinkedHashMap<>();
      weights.collect(language, job, title);
      titles.add(title.keySet());
      title.forEach(words::putIfAbsent);
    }
    profile.education().forEach(e -> weights.collect(language, e.title(), words));
    profile.competences()
        .forEach(c -> c.evidence().forEach(e -> weights.collect(language, e.quote(), words)));
  }
}
