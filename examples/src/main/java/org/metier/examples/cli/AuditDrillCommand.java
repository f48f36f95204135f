package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.metier.audit.AuditLog;
import org.metier.audit.RankingRecorder;
import org.metier.audit.Replay;
import org.metier.audit.ReplayReport;
import org.metier.home.Home;
import org.metier.index.Matched;
import org.metier.index.Matcher;
import org.metier.index.VacancyFilter;
import org.metier.index.VacancyIndex;
import org.metier.match.Ranker;
import org.metier.match.condition.Conditions;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "drill", mixinStandardHelpOptions = true, description = "Match made-up people against the vacancies of a home, record what is shown in a log of its own that is deleted at the end, and compute all of it again.")
final class AuditDrillCommand implements Callable<Integer> {
  @Option(names = "--rankings", paramLabel = "N", description = "how many people (default: ${DEFAULT-VALUE})", defaultValue = "1000")
  private int rankings = 1_000;
  @Option(names = "--top", paramLabel = "N", description = "vacancies shown to each (default: ${DEFAULT-VALUE})", defaultValue = "10")
  private int top = 10;
  @Option(names = "--seed", paramLabel = "N", description = "of the people (default: ${DEFAULT-VALUE})", defaultValue = "1")
  private long seed = 1;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    if (rankings < 1 || top < 1) {
      throw new IllegalArgumentException(
          "--rankings and --top must be at least 1, were " + rankings + " and " + top);
    }
    Home opened = home.open();
    Taxonomy taxonomy = Taxonomy.of(opened);
    TextAnalyzer analyzer = TextAnalyzer.create();
    List<Vacancy> models = new ArrayList<>();
    try (VacancyIndex index = VacancyIndex.open(opened)) {
      index.arrivalsAfter(0, 20_000).forEach(arrival -> models.add(arrival.vacancy()));
    }
    if (models.isEmpty()) {
      throw new IllegalArgumentException(opened.folder() + " has no vacancies; ingest some first");
    }
    Path folder = Files.createTempDirectory("metier-drill-");
    try {
      return drill(opened, taxonomy, analyzer, models,
          AuditLog.open(Home.open(folder), Clock.systemUTC()));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private int drill(Home opened, Taxonomy taxonomy, TextAnalyzer analyzer, List<Vacancy> models,
      AuditLog log) {
    double seconds = record(opened, taxonomy, analyzer, models, log);
    long start = System.nanoTime();
    ReplayReport report = Replay.of(log, model -> Ranker.of(model, taxonomy, analyzer))
        .newest(rankings);
    output.out()
        .printf(Locale.ROOT,
            "%d rankings of %d vacancies recorded in %.1f s; computed again in %.1f s:"
                + " %d identical, %d differ, %d could not be computed%n",
            rankings, top, seconds, (System.nanoTime() - start) / 1e9, report.identical(),
            report.differing().size(), report.failed().size());
    return report.identical() == rankings ? 0 : 1;
  }

  /// @return seconds that recording took, matching left out
  private double record(Home opened, Taxonomy taxonomy, TextAnalyzer analyzer,
      List<Vacancy> models, AuditLog log) {
    Random random = new Random(seed);
    long nanos = 0;
    try (Matcher matcher = Matcher.builder(opened).taxonomy(taxonomy).analyzer(analyzer).build()) {
      RankingRecorder recorder = RankingRecorder.of(log, matcher.ranker());
      for (int i = 0; i < rankings; i++) {
        CompetenceProfile person = person(i, models.get(random.nextInt(models.size())), random);
        Matched matched = matcher.matched(person, VacancyFilter.ALL, Conditions.STANDARD, top);
        long start = System.nanoTime();
        recorder.shown(matched.profile(), matched.conditions(), matched.matches(), matched.at(),
            matched.index());
        nanos += System.nanoTime() - start;
      }
    }
    return nanos / 1e9;
  }

  /// Somebody who can do some of what a vacancy asks for.
  private static CompetenceProfile person(int number, Vacancy vacancy, Random random) {
    Map<String, Competence> skills = new HashMap<>();
    vacancy.skills().forEach(demand -> {
      if (random.nextInt(3) > 0) {
        skills.put(demand.uri(), Competence.of(demand.uri(), Competence.Origin.CONFIRMED, 1,
            List.of()));
      }
    });
    List<String> uris = new ArrayList<>(skills.keySet());
    Collections.sort(uris);
    return CompetenceProfile.builder("drill-" + number)
        .language(vacancy.language())
        .competences(uris.stream()
            .map(uri -> java.util.Objects.requireNonNull(skills.get(uri)))
            .toList())
        .occupations(vacancy.occupations()
            .stream()
            .limit(1)
            .map(code -> new HeldOccupation(vacancy.title(), code.uri(), 1, null, List.of()))
            .toList())
        .place(vacancy.workplaces().isEmpty() ? null : vacancy.workplaces().getFirst())
        .build();
  }
}
