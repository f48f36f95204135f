package org.metier.match.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.metier.match.reason.Reason;
import org.metier.place.Place;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// The sentences of reasons, with the taxonomy's labels in the reader's language and the quotes in their own.
/// Immutable and thread-safe.
final class ReasonText {
  private final Language language;
  private final Taxonomy taxonomy;
  private final Phrases phrases;
  private final boolean isQuoting;

  /// @param isQuoting whether to quote what the profile says
  ReasonText(Language language, Taxonomy taxonomy, Phrases phrases, boolean isQuoting) {
    this.isQuoting = isQuoting;
    this.language = language;
    this.taxonomy = taxonomy;
    this.phrases = phrases;
  }

  /// The reason in full sentences, its contribution left out.
  String describe(Reason reason) {
    List<String> sentences = switch (reason) {
      case Reason.EssentialSkills r -> skills("essential", r.shared(), r.missing());
      case Reason.OptionalSkills r -> skills("optional", r.shared(), r.missing());
      case Reason.HeldOccupation r ->
        occupation(r.ofPerson(), r.ofVacancy(), "held", "noneHeld", r.personEvidence());
      case Reason.WantedOccupation r ->
        occupation(r.ofPerson(), r.ofVacancy(), "wanted", "noneWanted", null);
      case Reason.CommonWords r -> List.of(r.words().isEmpty()
          ? phrases.of("words.none")
          : phrases.of("words.common", String.join(", ", r.words())));
      case Reason.KindOfWork r -> List.of(phrases.of("kind." + r.kinship()));
      case Reason.Experience r -> experience(r);
      case Reason.EducationLevels r -> quoted(education(r.had(), r.asked()), r.ofPerson());
      case Reason.Languages r -> List.of(r.languages().isEmpty()
          ? phrases.of("languages.none")
          : phrases.of("languages.asked",
              phrases.list(
                  r.languages().stream().map(l -> language(l, r.ofPerson())).toList())));
      case Reason.Licences r -> licences(r);
      case Reason.Distance r -> distance(r);
      case Reason.Terms r -> terms(r);
      case Reason.Freshness r -> List.of(freshness(r.ageDays()));
      case Reason.Boost r -> List.of(phrases.of("boost", r.list(), occupation(r.occupation())));
      case Reason.Crowding r -> List.of(phrases.of("crowd", r.prices()));
      case Reason.EmployerCap r ->
        List.of(phrases.of("cap", r.employer(), r.most(), r.within(), r.rank()));
    };
    return String.join(" ", sentences);
  }

  private List<String> skills(String kind, List<Reason.SharedSkill> shared, List<String> missing) {
    List<String> sentences = new ArrayList<>();
    if (!shared.isEmpty()) {
      sentences.add(phrases.of(kind + ".shared",
          phrases.list(shared.stream().map(this::sharedSkill).toList())));
    }
    if (!missing.isEmpty()) {
      sentences.add(
          phrases.of(kind + ".missing", phrases.list(missing.stream().map(this::label).toList())));
    }
    return sentences.isEmpty() ? List.of(phrases.of(kind + ".none")) : sentences;
  }

  private String sharedSkill(Reason.SharedSkill skill) {
    String label = label(skill.uri());
    Evidence ofVacancy = skill.ofVacancy();
    if (skill.ofPerson().isEmpty()) {
      return ofVacancy == null
          ? phrases.of("skill.implied", label)
          : phrases.of("skill.ofVacancy", label, quote(ofVacancy));
    }
    String ofPerson = quote(skill.ofPerson().getFirst());
    return ofVacancy == null
        ? phrases.of("skill.ofPerson", label, ofPerson)
        : phrases.of("skill.ofBoth", label, ofPerson, quote(ofVacancy));
  }

  private List<String> occupation(@Nullable String ofPerson, @Nullable String ofVacancy,
      String key, String keyOfNone, @Nullable Evidence evidence) {
    if (ofVacancy == null) {
      return List.of(phrases.of("occupation.unknown"));
    }
    if (ofPerson == null) {
      return List.of(phrases.of("occupation." + keyOfNone, label(ofVacancy)));
    }
    return quoted(ofPerson.equals(ofVacancy)
        ? phrases.of("occupation." + key + ".same", label(ofVacancy))
        : phrases.of("occupation." + key, label(ofPerson), label(ofVacancy)),
        evidence == null ? List.of() : List.of(evidence));
  }

  /// A sentence, and where the profile says so; a job seeker knows their own CV.
  private List<String> quoted(String sentence, List<Evidence> ofPerson) {
    return ofPerson.isEmpty() || !isQuoting
        ? List.of(sentence)
        : List.of(sentence, phrases.of("evidence", quote(ofPerson.getFirst())));
  }

  private List<String> experience(Reason.Experience experience) {
    List<String> sentences = new ArrayList<>();
    Integer months = experience.months();
    Integer since = experience.monthsSince();
    Integer asked = experience.askedMonths();
    if (months == null) {
      sentences.add(phrases.of("experience.unknown"));
    } else {
      sentences.add(months == 0
          ? phrases.of("experience.none")
          : phrases.of("experience.months", phrases.duration(months)));
    }
    if (since != null) {
      sentences.add(since == 0
          ? phrases.of("experience.now")
          : phrases.of("experience.since", phrases.duration(since)));
    }
    if (asked == null) {
      sentences.add(phrases.of("experience.notAsked"));
    } else {
      sentences.add(asked == 0
          ? phrases.of("experience.beginners")
          : phrases.of("experience.asked", phrases.duration(asked)));
    }
    return sentences;
  }

  private String education(@Nullable EducationLevel had, @Nullable EducationLevel asked) {
    if (had == null) {
      return asked == null
          ? phrases.of("education.none")
          : phrases.of("education.asked", level(asked));
    }
    return asked == null
        ? phrases.of("education.had", level(had))
        : phrases.of("education.both", level(had), level(asked));
  }

  private String level(EducationLevel level) {
    return phrases.of("education." + level);
  }

  private String language(Reason.LanguageMatch match, Map<String, Evidence> ofPerson) {
    String name = Locale.of(match.language()).getDisplayLanguage(language.locale());
    String had = match.isKnown()
        ? level("language.known", match.had())
        : phrases.of(
            "language.unknown");
    String text = phrases.of("language", name, had, level("language.anyLevel", match.asked()));
    Evidence evidence = ofPerson.get(match.language());
    return evidence == null || !isQuoting
        ? text
        : text + " (" + phrases.of("quote", quote(evidence)) + ")";
  }

  private String level(String keyIfUnknown, @Nullable CefrLevel level) {
    if (level == null) {
      return phrases.of(keyIfUnknown);
    }
    return level == CefrLevel.NATIVE ? phrases.of("language.native") : level.name();
  }

  private List<String> licences(Reason.Licences licences) {
    if (licences.asked().isEmpty()) {
      return List.of(phrases.of("licences.none"));
    }
    List<String> had = licences.had().stream().map(Enum::name).toList();
    List<String> missing = licences.asked()
        .stream()
        .filter(licence -> !licences.had().contains(licence))
        .map(Enum::name)
        .toList();
    List<String> sentences = new ArrayList<>();
    if (!had.isEmpty()) {
      sentences.add(phrases.of("licences.had", String.join(", ", had)));
    }
    if (!missing.isEmpty()) {
      sentences.add(phrases.of("licences.missing", String.join(", ", missing)));
    }
    return isQuoting && !had.isEmpty() && !licences.ofPerson().isEmpty()
        ? quotedToo(sentences, licences.ofPerson().getFirst())
        : sentences;
  }

  private List<String> quotedToo(List<String> sentences, Evidence evidence) {
    sentences.add(phrases.of("evidence", quote(evidence)));
    return sentences;
  }

  private List<String> distance(Reason.Distance distance) {
    List<String> sentences = new ArrayList<>();
    Double km = distance.distanceKm();
    Double max = distance.maxDistanceKm();
    Place workplace = distance.workplace();
    String name = workplace == null ? null : name(workplace);
    if (name != null) {
      sentences.add(phrases.of("distance.workplace", name));
    }
    sentences.add(km == null
        ? phrases.of("distance.unknown")
        : km < 1
            ? phrases.of("distance.near")
            : phrases.of("distance.km", phrases.number(km < 10 ? Math.ceil(km) : Math.rint(km))));
    if (km != null && max != null) {
      sentences.add(
          phrases.of(km <= max ? "distance.within" : "distance.beyond", phrases.number(max)));
    }
    if (distance.remote() != null) {
      sentences.add(phrases.of("remote." + distance.remote()));
    }
    if (distance.isRemoteWanted() != null) {
      sentences.add(phrases.of(distance.isRemoteWanted() ? "remote.wanted" : "remote.unwanted"));
    }
    return sentences;
  }

  private @Nullable String name(Place place) {
    String country = place.country();
    if (place.city() != null) {
      return place.city();
    }
    if (place.region() != null) {
      return place.region();
    }
    if (place.postcode() != null) {
      return place.postcode();
    }
    return country == null ? null : Locale.of("", country).getDisplayCountry(language.locale());
  }

  private List<String> terms(Reason.Terms terms) {
    List<String> sentences = new ArrayList<>();
    if (terms.contract() != null) {
      sentences.add(term("terms.contract", phrases.of("contract." + terms.contract()),
          terms.isContractWanted()));
    }
    WeeklyHours hours = terms.hours();
    if (hours != null) {
      sentences.add(term("terms.hours", range(hours.min(), hours.max()), terms.areHoursWanted()));
    }
    Salary salary = terms.salary();
    if (salary != null) {
      sentences.add(term("terms.salary", phrases.of("salary." + salary.period(),
          range(salary.min(), salary.max()), salary.currency().getCurrencyCode()),
          terms.isSalaryEnough()));
    }
    return sentences.isEmpty() ? List.of(phrases.of("terms.none")) : sentences;
  }

  private String term(String key, String offered, @Nullable Boolean isWanted) {
    String suffix = isWanted == null ? "" : isWanted ? ".wanted" : ".unwanted";
    return phrases.of(key + suffix, offered);
  }

  private String range(double min, double max) {
    return min == max ? phrases.number(min) : phrases.number(min) + "–" + phrases.number(max);
  }

  private String freshness(@Nullable Integer ageDays) {
    if (ageDays == null) {
      return phrases.of("freshness.unknown");
    }
    return ageDays == 0
        ? phrases.of("freshness.today")
        : phrases.of("freshness.days", phrases.amount("day", ageDays));
  }

  /// On one line, as a sentence needs it.
  private static String quote(Evidence evidence) {
    return evidence.quote().strip().replaceAll("\\s+", " ");
  }

  /// An occupation as a list of [org.metier.match.Policy] names it.
  String occupation(String reference) {
    return Character.isDigit(reference.charAt(0)) ? "ISCO " + reference : label(reference);
  }

  private String label(String uri) {
    OptionalInt concept = taxonomy.find(uri);
    return concept.isPresent() ? taxonomy.label(concept.getAsInt(), language) : uri;
  }
}
