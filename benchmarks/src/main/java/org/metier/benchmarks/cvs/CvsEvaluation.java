package org.metier.benchmarks.cvs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.link.ConceptTagger;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.profiling.ProfiledCv;
import org.metier.profiling.Profiler;
import org.metier.profiling.ProfilingException;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;

/// Reads a folder of CVs, one folder to a category, and counts what came of them. One thread.
final class CvsEvaluation {
  /// Names of the ways to tell the main occupation; the first is Metier's.
  static final String CAREER = "months and recency";
  static final String LATEST = "latest job";
  static final String LABELS = "most frequent label";

  private final Taxonomy taxonomy;
  private final Categories categories;
  private final MainOccupation main;
  private final Clock clock;

  /// A CV that was read.
  record Read(Path file, String category, ProfiledCv cv) {}

  CvsEvaluation(Home home, Categories categories, Clock clock) {
    this.taxonomy = Taxonomy.of(home);
    this.categories = categories;
    this.clock = clock;
    main = new MainOccupation(taxonomy,
        ConceptTagger.over(taxonomy, ConceptKind.OCCUPATION, TextAnalyzer.create()),
        LocalDate.now(clock));
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  /// The files below a folder in the order of their paths.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// So many of a list, drawn with a seed.
  static List<Path> drawn(List<Path> files, int count, long seed) {
    List<Path> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  /// @param read hears of each CV that was read
  CvsReport run(Home home, List<Path> files, java.util.function.Consumer<Read> read) {
    List<Read> all = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    try (Profiler profiler = Profiler.builder(home).clock(clock).build()) {
      for (Path file : files) {
        try {
          Read one = new Read(file, category(file),
              profiler.read(file, id(file), Wishes.NONE));
          all.add(one);
          read.accept(one);
        } catch (ProfilingException e) {
          refused.merge(reason(file, e), 1, Integer::sum);
        }
      }
    }
    return report(files.size(), refused, all);
  }

  private static String category(Path file) {
    Path folder = file.getParent();
    return folder == null ? "" : String.valueOf(folder.getFileName());
  }

  private static String id(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.\\w+$", "");
  }

  private static String reason(Path file, ProfilingException e) {
    return String.valueOf(e.getMessage()).replace(file.toString(), "").strip();
  }

  private CvsReport report(int files, Map<String, Integer> refused, List<Read> all) {
    List<Read> mapped = all.stream()
        .filter(cv -> categories.groups().containsKey(cv.category()))
        .toList();
    Map<String, Double> inCategory = new LinkedHashMap<>();
    inCategory.put(CAREER, share(mapped, cv -> isIn(cv, main::ofCareer)));
    inCategory.put(LATEST, share(mapped, cv -> isIn(cv, main::ofLatestJob)));
    inCategory.put(LABELS, share(mapped, cv -> isIn(cv, main::ofLabels)));
    return new CvsReport(files, refused, mapped.size(),
        share(all, cv -> jobs(cv).anyMatch(CvsEvaluation::isDated)),
        share(all, cv -> jobs(cv).anyMatch(job -> isDated(job) && job.uri() != null)),
        share(all, cv -> !profile(cv).education().isEmpty()),
        share(all, cv -> profile(cv).education().stream().anyMatch(e -> e.level() != null)),
        all.stream().mapToInt(cv -> (int) jobs(cv).filter(CvsEvaluation::isDated).count()).sum(),
        share(mapped, cv -> main.ofCareer(cv.cv()) != null), inCategory,
        median(all, cv -> cv.cv().reading()), median(all, cv -> cv.cv().analysis()),
        categories(mapped));
  }

  private List<CvsReport.Category> categories(List<Read> mapped) {
    Map<String, List<Read>> byName = new TreeMap<>();
    mapped.forEach(cv -> byName.computeIfAbsent(cv.category(), c -> new ArrayList<>()).add(cv));
    List<CvsReport.Category> found = new ArrayList<>();
    byName.forEach((name, cvs) -> found.add(new CvsReport.Category(name, cvs.size(),
        (int) cvs.stream().filter(cv -> isIn(cv, main::ofCareer)).count())));
    return found;
  }

  boolean isIn(Read cv, Function<ProfiledCv, @Nullable String> told) {
    return categories.isIn(cv.category(), told.apply(cv.cv()));
  }

  /// The main occupation and whether it lies in the category, in words.
  String verdict(Read cv) {
    String code = main.ofCareer(cv.cv());
    return code == null
        ? "no main occupation"
        : "main occupation ISCO " + code + (isIn(cv, main::ofCareer)
            ? ", in the category"
            : ", not in the category");
  }

  private static CompetenceProfile profile(Read cv) {
    return cv.cv().profile();
  }

  private static Stream<HeldOccupation> jobs(Read cv) {
    return profile(cv).occupations().stream();
  }

  private static boolean isDated(HeldOccupation job) {
    DateRange period = job.period();
    return period != null && period.start() != null
        && (period.isOngoing() || period.end() != null);
  }

  private static double share(List<Read> cvs, Predicate<Read> counts) {
    return cvs.isEmpty() ? 0 : (double) cvs.stream().filter(counts).count() / cvs.size();
  }

  private static double median(List<Read> cvs, Function<Read, Duration> time) {
    double[] millis = cvs.stream()
        .mapToDouble(cv -> time.apply(cv).toNanos() / 1e6)
        .sorted()
        .toArray();
    return millis.length == 0 ? 0 : millis[millis.length / 2];
  }
}
