package org.metier.benchmarks.europass;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profiling.ProfiledCv;

/// What a profile has of the kinds that are counted in its file. Stateless.
final class ProfiledFields {
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&[a-z]+;");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  /// A text is there when so much of its words is: marks stand for names and contacts.
  private static final double THERE = 0.8;

  private ProfiledFields() {}

  static Map<FieldKind, Integer> of(ProfiledCv cv, StatedFields stated) {
    CompetenceProfile profile = cv.profile();
    Map<FieldKind, Integer> counts = new EnumMap<>(FieldKind.class);
    counts.put(FieldKind.JOBS, (int) profile.occupations()
        .stream()
        .filter(o -> o.evidence().stream().noneMatch(e -> e.section().equals("headline")))
        .count());
    counts.put(FieldKind.JOB_DATES,
        profile.occupations().stream().mapToInt(o -> dates(o.period())).sum());
    counts.put(FieldKind.EDUCATION, profile.education().size());
    counts.put(FieldKind.EDUCATION_LEVELS,
        (int) profile.education().stream().filter(ProfiledFields::hasLevel).count());
    counts.put(FieldKind.EDUCATION_FIELDS,
        (int) profile.education().stream().filter(e -> e.field() != null).count());
    counts.put(FieldKind.EDUCATION_DATES,
        profile.education().stream().mapToInt(e -> dates(e.period())).sum());
    counts.put(FieldKind.INVENTED_LANGUAGES, 0);
    counts.put(FieldKind.LANGUAGES, profile.languages().size());
    counts.put(FieldKind.LANGUAGE_LEVELS,
        profile.languages().stream().mapToInt(l -> l.dimensions().size()).sum());
    counts.put(FieldKind.LICENCES, profile.drivingLicences().size());
    counts.put(FieldKind.CERTIFICATES, profile.certificates().size());
    Set<String> titles = new HashSet<>();
    profile.occupations().forEach(o -> titles.addAll(words(o.title())));
    counts.put(FieldKind.JOB_TITLES, there(stated.titles(), titles));
    Set<String> words = words(cv.text());
    counts.put(FieldKind.SKILL_TEXTS, there(stated.texts(), words));
    counts.put(FieldKind.HEADLINES, there(stated.headlines(), words));
    counts.put(FieldKind.PLACE, profile.place() == null ? 0 : 1);
    return counts;
  }

  private static boolean hasLevel(Education education) {
    return education.eqf() != null || education.level() != null;
  }

  private static int dates(@Nullable DateRange period) {
    return period == null
        ? 0
        : (period.start() == null ? 0 : 1) + (period.end() == null ? 0 : 1)
            + (period.isOngoing() ? 1 : 0);
  }

  private static int there(List<String> texts, Set<String> words) {
    int there = 0;
    for (String text : texts) {
      Set<String> own = words(text);
      long found = own.stream().filter(words::contains).count();
      there += found >= THERE * own.size() ? 1 : 0;
    }
    return there;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    String plain = MARKUP.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    for (String word : NO_LETTER.split(plain)) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
  }
}
