package org.metier.benchmarks.europass;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a Europass or HR-XML file states, told from the names of its elements alone and with none of
/// Metier's readers.
///
/// @param counts of each kind that the file states
/// @param texts descriptions of skills, as the file has them
/// @param headlines of the CV and wished jobs
/// @param titles of jobs
record StatedFields(Map<FieldKind, Integer> counts, List<String> texts, List<String> headlines,
    List<String> titles) {
  private static final Pattern CEFR = Pattern.compile("[ABCabc][12]");
  private static final Pattern LICENCE = Pattern.compile(
      "(?i)AM|A1|A2|A|B1|B|BE|C1|C1E|C|CE|D1|D1E|D|DE|T");
  private static final List<String> SKILL_KINDS = List.of("communication", "organisational",
      "jobrelated", "computer", "other");
  private static final List<String> DIMENSIONS = List.of("listening", "reading",
      "spokeninteraction", "spokenproduction", "writing");

  StatedFields {
    counts = Map.copyOf(counts);
    texts = List.copyOf(texts);
    headlines = List.copyOf(headlines);
    titles = List.copyOf(titles);
  }

  static StatedFields of(List<Leaf> leaves) {
    Walk walk = new Walk();
    leaves.forEach(walk::take);
    return walk.result();
  }

  /// Collects while the leaves go by.
  private static final class Walk {
    private final Map<FieldKind, Set<String>> owners = new EnumMap<>(FieldKind.class);
    private final Map<FieldKind, Integer> loose = new EnumMap<>(FieldKind.class);
    private final Map<String, String> languages = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> headlines = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    void take(Leaf leaf) {
      if (leaf.isIn("demographics") || leaf.isIn("attachmentlist")
          || leaf.isIn("printingpreferences") || leaf.isIn("prefs")) {
        return;
      }
      if (leaf.isIn("personname") || leaf.endsWith("identification", "firstname")
          || leaf.endsWith("identification", "lastname")) {
        names.add(leaf.value());
      }
      jobs(leaf);
      education(leaf);
      languages(leaf);
      licencesAndCertificates(leaf);
      words(leaf);
      boolean isHome = leaf.isIn("address")
          && (leaf.isIn("identification") || leaf.isIn("candidateperson"));
      if (isHome && (leaf.endsWith("municipality") || leaf.endsWith("cityname")
          || leaf.endsWith("country", "code") || leaf.endsWith("countrycode"))) {
        own(FieldKind.PLACE, "home");
      }
    }

    private void own(FieldKind kind, String owner) {
      if (!owner.isEmpty()) {
        owners.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(owner);
      }
    }

    private void count(FieldKind kind) {
      loose.merge(kind, 1, Integer::sum);
    }

    private void jobs(Leaf leaf) {
      if (leaf.isIn("workexperience")
          && (leaf.endsWith("position", "label") || leaf.endsWith("position"))) {
        own(FieldKind.JOBS, leaf.owner("workexperience"));
        titles.add(leaf.value());
      } else if (leaf.endsWith("positiontitle") && leaf.isIn("positionhistory")) {
        own(FieldKind.JOBS, leaf.owner("positionhistory"));
        titles.add(leaf.value());
      } else if (leaf.endsWith("field", "description", "label")) {
        own(FieldKind.JOBS, leaf.owner("experience"));
        titles.add(leaf.value());
      }
      boolean isOfJob = leaf.isIn("workexperience") || leaf.isIn("learningexperiencelist")
          || leaf.isIn("employmentperiod");
      boolean isOfCourse = leaf.isIn("education") || leaf.isIn("attendanceperiod");
      boolean isDate = leaf.endsWith("from", "year") || leaf.endsWith("to", "year")
          || leaf.endsWith("from", "@year") || leaf.endsWith("to", "@year")
          || leaf.endsWith("formatteddatetime");
      boolean isCurrent = (leaf.endsWith("current") || leaf.endsWith("currentindicator")
          || leaf.endsWith("ongoing"))
          && leaf.value().equals("true");
      if (isOfJob && (isDate || isCurrent)) {
        count(FieldKind.JOB_DATES);
      } else if (isOfCourse && (isDate || isCurrent)) {
        count(FieldKind.EDUCATION_DATES);
      }
    }

    private void education(Leaf leaf) {
      boolean isOld = leaf.isIn("educationlist") || leaf.isIn("education");
      if (isOld && (leaf.endsWith("title") || leaf.endsWith("title", "label")
          || leaf.endsWith("level") || leaf.endsWith("level", "label"))) {
        own(FieldKind.EDUCATION, leaf.owner("education"));
      } else if (leaf.endsWith("degreename")) {
        own(FieldKind.EDUCATION, leaf.owner("educationdegree"));
      }
      if ((isOld && leaf.endsWith("level", "code")) || leaf.endsWith("educationlevelcode")) {
        count(FieldKind.EDUCATION_LEVELS);
      }
      if ((isOld && leaf.endsWith("field", "code")) || leaf.endsWith("programconcentration")) {
        count(FieldKind.EDUCATION_FIELDS);
      }
    }

    private void languages(Leaf leaf) {
      for (String owner : List.of("mothertongue", "foreignlanguage", "language")) {
        boolean isName = leaf.endsWith("description", "code")
            || leaf.endsWith("description", "label") || leaf.endsWith("language", "code")
            || leaf.endsWith("language", "label") || leaf.endsWith("language", "name");
        if (isName && leaf.isIn(owner) && !leaf.isIn("acquiredduring")) {
          // The code, where there is one, tells the same language apart in two entries.
          boolean isCode = leaf.endsWith("code");
          languages.merge(leaf.owner(owner), leaf.value().toLowerCase(Locale.ROOT),
              (a, b) -> isCode ? b : a);
        }
      }
      boolean isDimension = DIMENSIONS.stream().anyMatch(d -> leaf.endsWith(d))
          || leaf.endsWith("score", "scoretext");
      if (isDimension && CEFR.matcher(leaf.value()).matches()
          && (leaf.isIn("foreignlanguage") || leaf.isIn("language")
              || leaf.isIn("personcompetency"))) {
        count(FieldKind.LANGUAGE_LEVELS);
      }
      if (leaf.endsWith("primarylanguagecode")) {
        languages.put(leaf.value(), leaf.value());
      }
    }

    private void licencesAndCertificates(Leaf leaf) {
      boolean isLicence = leaf.isIn("driving") || leaf.endsWith("licensetypecode")
          || leaf.endsWith("drivinglicence")
          || (leaf.isIn("structured-skill") && !leaf.endsWith("@type"));
      if (isLicence && LICENCE.matcher(leaf.value()).matches()) {
        own(FieldKind.LICENCES, leaf.value().toUpperCase(Locale.ROOT));
      }
      if (leaf.endsWith("certificate", "title") || leaf.endsWith("certificationname")) {
        count(FieldKind.CERTIFICATES);
      }
    }

    private void words(Leaf leaf) {
      boolean isKind = SKILL_KINDS.stream().anyMatch(leaf::isIn);
      boolean isDescription = leaf.endsWith("description") && isKind && !leaf.isIn("driving");
      if (isDescription || leaf.endsWith("skilllist", "skill")
          || leaf.endsWith("competencyname")) {
        texts.add(leaf.value());
      }
      if (leaf.endsWith("headline", "description", "label")
          || leaf.endsWith("learnerinfo", "application")
          || leaf.endsWith("application", "label") || leaf.endsWith("occupation", "label")) {
        headlines.add(leaf.value());
      }
    }

    /// Whether a word is a code of a language or, in some language, the name of one.
    private static boolean isLanguage(String word) {
      if (word.matches("[a-z]{2,3}")) {
        return true;
      }
      for (String code : Locale.getISOLanguages()) {
        for (Locale reader : Locale.getAvailableLocales()) {
          if (Locale.of(code).getDisplayLanguage(reader).equalsIgnoreCase(word)) {
            return true;
          }
        }
      }
      return false;
    }

    /// The person's own name in a headline is blanked on purpose.
    private String withoutNames(String headline) {
      String rest = headline;
      for (String name : names) {
        rest = rest.replaceAll("(?iu)\\b" + Pattern.quote(name) + "\\b", " ");
      }
      return rest;
    }

    StatedFields result() {
      Map<FieldKind, Integer> counts = new EnumMap<>(FieldKind.class);
      for (FieldKind kind : FieldKind.values()) {
        int owned = owners.getOrDefault(kind, Set.of()).size();
        counts.put(kind, owned + loose.getOrDefault(kind, 0));
      }
      Set<String> known = new LinkedHashSet<>(languages.values());
      known.removeIf(language -> !isLanguage(language));
      counts.put(FieldKind.LANGUAGES, known.size());
      counts.put(FieldKind.INVENTED_LANGUAGES,
          Set.copyOf(languages.values()).size() - known.size());
      headlines.replaceAll(this::withoutNames);
      counts.put(FieldKind.SKILL_TEXTS, texts.size());
      counts.put(FieldKind.HEADLINES, headlines.size());
      counts.put(FieldKind.JOB_TITLES, titles.size());
      return new StatedFields(counts, texts, headlines, titles);
    }
  }
}
