package org.metier.benchmarks.nameswap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.Matcher;
import org.metier.match.Match;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.profiling.ProfiledCv;
import org.metier.profiling.Profiler;
import org.metier.profiling.ProfilingException;
import org.metier.profiling.extraction.Extraction;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;
import org.metier.profiling.extraction.FileKind;
import org.metier.profiling.extraction.TextExtractor;
import org.metier.profiling.sections.CleanText;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.LanguageDetector;

/// Puts names over real CVs and into their text, swaps gendered words, and compares profiles and matches.
///
/// The first name with the words as they stand is compared with each other name with the words swapped.
final class NameSwapEvaluation implements AutoCloseable {
  private static final int MATCHES = 20;
  private static final int MAX_MOVED = 20;

  private final Profiler profiler;
  private final TextExtractor extractor;
  private final Matcher matcher;
  private final LanguageDetector detector = LanguageDetector.create();
  private final Swaps swaps = new Swaps();
  private final List<String> names;

  private int pairs;
  private int swappedWords;
  private int namesLeft;
  private int movedProfiles;
  private int movedPositions;
  private long scores;
  private int movedScores;
  private double largest;
  private final List<String> moved = new ArrayList<>();

  private NameSwapEvaluation(Home home, List<String> names, Clock clock) {
    Taxonomy taxonomy = Taxonomy.of(home);
    this.names = names;
    profiler = Profiler.builder(home, taxonomy).clock(clock).build();
    extractor = TextExtractor.builder().build();
    matcher = Matcher.builder(home).taxonomy(taxonomy).clock(clock).build();
  }

  /// @param limit how many CVs, drawn with the seed
  static NameSwapReport run(Home home, Path folder, List<String> names, int limit, long seed,
      Clock clock) throws IOException {
    List<Path> files = files(folder);
    Collections.shuffle(files, new Random(seed));
    int cvs = 0;
    int left = 0;
    try (NameSwapEvaluation evaluation = new NameSwapEvaluation(home, names, clock)) {
      for (Path file : files.subList(0, Math.min(limit, files.size()))) {
        String text = evaluation.text(file);
        if (text == null) {
          left++;
        } else {
          cvs++;
          evaluation.compare(file, text);
        }
      }
      return evaluation.report(cvs, left);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  /// The text of a CV; null when it is none, or comes in fields.
  private @Nullable String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return switch (FileKind.of(bytes)) {
      case TEXT -> CleanText.of(CleanText.decode(bytes));
      case PDF, DOCX, ODT, RTF, HTML -> {
        Extraction extraction = extractor.extract(bytes);
        yield switch (extraction) {
          case Extracted found -> CleanText.of(found.text());
          case Refused refused -> null;
        };
      }
      case XML, JSON, OLD_WORD, OTHER -> null;
    };
  }

  private void compare(Path file, String text) {
    Language language = detector.detect(text).orElse(Language.EN);
    Swaps.Swapped swapped = swaps.swap(text, language);
    swappedWords += swapped.count();
    ProfiledCv before = read(named(text, names.getFirst()));
    if (before == null) {
      return;
    }
    List<Match> matches = matcher.match(before.profile(), MATCHES);
    for (String name : names.subList(1, names.size())) {
      ProfiledCv after = read(named(swapped.text(), name));
      pairs++;
      if (after == null) {
        moved(file, name, "not read");
        movedProfiles++;
        continue;
      }
      if (isLeft(name, text, after.text())) {
        namesLeft++;
        moved(file, name, "name left");
      }
      compareProfiles(file, name, before.profile(), after.profile());
      compareMatches(matches, matcher.match(after.profile(), MATCHES));
    }
  }

  /// A head with name, telephone and e-mail over the CV, and the name once more under it.
  private static String named(String text, String name) {
    String mail = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@mail.example";
    return name + "\n+44 161 555 0187 | " + mail + "\n" + text + "\n" + name + "\n";
  }

  /// Whether a part of a name stands in the blind text that the CV did not hold before.
  private static boolean isLeft(String name, String text, String blind) {
    for (String part : name.split("[ '-]")) {
      if (part.length() > 2 && !holds(text, part) && holds(blind, part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String text, String word) {
    return Pattern
        .compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  private @Nullable ProfiledCv read(String text) {
    try {
      return profiler.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "cv",
          Wishes.NONE);
    } catch (ProfilingException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compareProfiles(Path file, String name, CompetenceProfile before,
      CompetenceProfile after) {
    if (before.equals(after)) {
      return;
    }
    String difference = difference(before, after);
    if (difference.isEmpty()) {
      movedPositions++;
      moved(file, name, "only where the evidence stands");
    } else {
      movedProfiles++;
      moved(file, name, difference);
    }
  }

  private void moved(Path file, String name, String difference) {
    if (moved.size() < MAX_MOVED) {
      moved.add(file.getFileName() + ", " + name + ": " + difference);
    }
  }

  /// Which claims differ; none of their words.
  private static String difference(CompetenceProfile a, CompetenceProfile b) {
    List<String> parts = new ArrayList<>();
    if (a.language() != b.language()) {
      parts.add("language");
    }
    if (!a.occupations()
        .stream()
        .map(o -> o.title() + o.uri() + o.confidence() + o.period())
        .toList()
        .equals(b.occupations()
            .stream()
            .map(o -> o.title() + o.uri() + o.confidence() + o.period())
            .toList())) {
      parts.add("occupations");
    }
    if (!claims(a).equals(claims(b))) {
      parts.add("competences");
    }
    if (!a.education()
        .stream()
        .map(e -> e.title() + e.level() + e.eqf() + e.field() + e.period())
        .toList()
        .equals(b.education()
            .stream()
            .map(e -> e.title() + e.level() + e.eqf() + e.field() + e.period())
            .toList())) {
      parts.add("education");
    }
    if (!a.languages()
        .stream()
        .map(l -> l.language() + l.level() + l.dimensions())
        .toList()
        .equals(b.languages().stream().map(l -> l.language() + l.level() + l.dimensions()).toList())
        || !a.drivingLicences().equals(b.drivingLicences())) {
      parts.add("languages or licences");
    }
    if (!a.certificates()
        .stream()
        .map(c -> c.title() + c.issuer() + c.period())
        .toList()
        .equals(b.certificates().stream().map(c -> c.title() + c.issuer() + c.period()).toList())) {
      parts.add("certificates");
    }
    if (!Objects.equals(a.place(), b.place()) || !a.wishes().equals(b.wishes())) {
      parts.add("place or wishes");
    }
    return String.join(", ", parts);
  }

  private static List<String> claims(CompetenceProfile profile) {
    List<String> claims = new ArrayList<>();
    for (Competence c : profile.competences()) {
      claims.add(c.uri() + c.origin() + c.confidence() + c.periods()
          + c.evidence().stream().map(e -> e.quote()).toList());
    }
    return claims;
  }

  private void compareMatches(List<Match> before, List<Match> after) {
    Map<String, Double> scoresBefore = new HashMap<>();
    before.forEach(m -> scoresBefore.put(m.vacancy().id().toString(), m.score()));
    for (Match match : after) {
      Double score = scoresBefore.get(match.vacancy().id().toString());
      if (score != null) {
        largest = Math.max(largest, Math.abs(score - match.score()));
      }
      scores++;
    }
    if (!ranked(before).equals(ranked(after))) {
      movedScores++;
    }
  }

  private static List<String> ranked(List<Match> matches) {
    return matches.stream().map(m -> m.vacancy().id() + " " + m.score()).toList();
  }

  private NameSwapReport report(int cvs, int left) {
    return new NameSwapReport(cvs, left, pairs, swappedWords, namesLeft, movedProfiles,
        movedPositions, scores,
        movedScores, largest, moved);
  }

  @Override
  public void close() {
    profiler.close();
    extractor.close();
    matcher.close();
  }
}
