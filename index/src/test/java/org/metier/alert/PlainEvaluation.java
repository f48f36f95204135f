package org.metier.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.coding.IscoCodes;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;

/// What the documentation of [Alert] says, condition by condition, as slowly and plainly as can be.
record PlainEvaluation(Taxonomy taxonomy, TextAnalyzer analyzer) {
  boolean meets(Vacancy v, Alert a) {
    return ok(a, Condition.WORDS, words(v, a)) && ok(a, Condition.OCCUPATION, occupation(v, a))
        && ok(a, Condition.SKILLS, skills(v, a)) && ok(a, Condition.NEAR, near(v, a))
        && ok(a, Condition.COUNTRY, country(v, a))
        && ok(a, Condition.CONTRACT, among(a.contracts(), v.contract()))
        && ok(a, Condition.LANGUAGE, among(a.languages(), v.language()))
        && ok(a, Condition.REMOTE, among(a.remote(), v.remote()))
        && ok(a, Condition.HOURS, a.hours() == null
            ? Boolean.TRUE
            : v.hours() == null ? null : (Boolean) v.hours().overlaps(a.hours()))
        && ok(a, Condition.PAY, pay(v, a))
        && (a.sources().isEmpty() || a.sources().contains(v.id().source()))
        && a.excludedEmployers()
            .stream()
            .noneMatch(e -> v.employer() != null && fold(e).equals(fold(v.employer())));
  }

  /// @param answer null for unknown
  private static boolean ok(Alert alert, Condition condition, @Nullable Boolean answer) {
    return answer == null ? alert.mayBeUnknown().contains(condition) : answer;
  }

  private static <T> @Nullable Boolean among(Set<T> wanted, @Nullable T offered) {
    return wanted.isEmpty() ? Boolean.TRUE : offered == null ? null : wanted.contains(offered);
  }

  private @Nullable Boolean words(Vacancy v, Alert a) {
    if (a.wording().isEmpty()) {
      return true;
    }
    if (v.language() == null) {
      return null;
    }
    Wording wording = a.wording().get(v.language());
    return wording != null && wording.all().stream().allMatch(w -> occurs(v, w))
        && (wording.any().isEmpty() || wording.any().stream().anyMatch(w -> occurs(v, w)))
        && wording.none().stream().noneMatch(w -> occurs(v, w));
  }

  private boolean occurs(Vacancy v, String phrase) {
    String wanted = normal(v, phrase);
    return normal(v, v.title()).contains(wanted) || normal(v, v.description()).contains(wanted);
  }

  private String normal(Vacancy v, String text) {
    List<Token> tokens = analyzer.analyze(Objects.requireNonNull(v.language()), text);
    return " " + String.join(" ", tokens.stream().map(Token::term).toList()) + " ";
  }

  private @Nullable Boolean occupation(Vacancy v, Alert a) {
    if (a.occupations().isEmpty() && a.iscoGroups().isEmpty()) {
      return true;
    }
    if (v.occupations().isEmpty()) {
      return null;
    }
    for (OccupationCode code : v.occupations()) {
      Set<String> above = new HashSet<>(Set.of(code.uri()));
      taxonomy.find(code.uri()).ifPresent(c -> {
        for (int ancestor : taxonomy.ancestors(c)) {
          above.add(taxonomy.uri(ancestor));
        }
      });
      String isco = IscoCodes.of(taxonomy, code.uri());
      if (a.occupations().stream().anyMatch(above::contains)
          || a.iscoGroups().stream().anyMatch(isco::startsWith)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Boolean skills(Vacancy v, Alert a) {
    if (a.skills() == null) {
      return true;
    }
    if (v.skills().isEmpty()) {
      return null;
    }
    Set<String> asked = new HashSet<>();
    v.skills().stream().map(SkillDemand::uri).forEach(asked::add);
    return a.skills()
        .weights()
        .entrySet()
        .stream()
        .filter(e -> asked.contains(e.getKey()))
        .mapToInt(e -> e.getValue())
        .sum() >= a.skills().least();
  }

  private static @Nullable Boolean near(Vacancy v, Alert a) {
    Area area = a.near();
    if (area == null || v.remote() == RemoteWork.REMOTE || v.workplaces()
        .stream()
        .anyMatch(p -> p.point() != null && area.contains(p.point()))) {
      return true;
    }
    boolean isUnknown = v.workplaces().isEmpty()
        || v.workplaces().stream().anyMatch(p -> p.point() == null);
    return isUnknown ? null : Boolean.FALSE;
  }

  private static @Nullable Boolean country(Vacancy v, Alert a) {
    if (a.countries().isEmpty()
        || v.workplaces().stream().anyMatch(p -> a.countries().contains(countryOf(p)))) {
      return true;
    }
    boolean isUnknown = v.workplaces().isEmpty()
        || v.workplaces().stream().anyMatch(p -> p.country() == null);
    return isUnknown ? null : Boolean.FALSE;
  }

  private static String countryOf(Place place) {
    return place.country() == null ? "none" : place.country();
  }

  private static @Nullable Boolean pay(Vacancy v, Alert a) {
    if (a.pay() == null) {
      return true;
    }
    return (v.salary() == null || !v.salary().currency().equals(a.pay().currency()))
        ? null
        : (Boolean) (v.salary().maxPerYear() >= a.pay().perYear());
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
