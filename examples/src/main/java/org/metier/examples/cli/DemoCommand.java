package org.metier.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.metier.examples.demo.SampleCvs;
import org.metier.examples.demo.SampleFeed;
import org.metier.examples.demo.SampleFeeds;
import org.metier.feed.Feed;
import org.metier.feed.mapping.Mapping;
import org.metier.home.Home;
import org.metier.index.Matcher;
import org.metier.index.VacancyFilter;
import org.metier.index.VacancyIndex;
import org.metier.match.Matches;
import org.metier.match.condition.Conditions;
import org.metier.profile.CompetenceProfile;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "demo", mixinStandardHelpOptions = true, description = "Show the whole job on sample data: four feeds, three CVs, explained matches.")
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 42;

  @Option(names = "--folder", paramLabel = "FOLDER", description = "where feeds, CVs and home are put (default: ${DEFAULT-VALUE})", defaultValue = "metier-demo")
  private Path folder = Path.of("metier-demo");
  @Option(names = "--top", paramLabel = "N", description = "matches shown for each CV (default: ${DEFAULT-VALUE})", defaultValue = "3")
  private int top = 3;
  @Option(names = "--language", paramLabel = "LANGUAGE", description = "language of labels and reasons (default: that of each CV)")
  private @Nullable Language language;
  @Option(names = "--reader", paramLabel = "READER", description = "who reads the reasons: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})", defaultValue = "COUNSELLOR")
  private MatchReader reader = MatchReader.COUNSELLOR;
  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command.commandLine().getOut();
    Home home = Home.open(Files.createDirectories(folder).resolve("home"));
    Taxonomy taxonomy = Taxonomy.of(home);
    out.printf("The sample taxonomy: %,d occupations and %,d skills in five languages%n%n",
        taxonomy.concepts(ConceptKind.OCCUPATION).length,
        taxonomy.concepts(ConceptKind.SKILL).length);
    List<Path> cvs = SampleCvs.write(Files.createDirectories(folder.resolve("cvs")));
    try (ExecutorService meanwhile = Executors.newVirtualThreadPerTaskExecutor();
        Profiler profiler = Profiler.builder(home, taxonomy).build()) {
      List<CompletableFuture<CompetenceProfile>> profiles = cvs.stream()
          .map(cv -> CompletableFuture.supplyAsync(() -> profiler.profile(cv, id(cv)), meanwhile))
          .toList();
      ingest(home, taxonomy, out);
      try (Matcher matcher = Matcher.builder(home).taxonomy(taxonomy).build()) {
        for (int i = 0; i < cvs.size(); i++) {
          show(cvs.get(i), profiles.get(i).join(), matcher, taxonomy, out);
        }
      }
    }
    whatNext(cvs.getFirst(), out);
    return 0;
  }

  private void ingest(Home home, Taxonomy taxonomy, PrintWriter out) throws IOException {
    out.println("== Feeds of four partners");
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    try (VacancyIndex index = VacancyIndex.builder(home).taxonomy(taxonomy).build()) {
      for (SampleFeed sample : SampleFeeds.of(taxonomy, LocalDate.now(ZoneOffset.UTC), SEED)
          .write(feeds)) {
        Feed.Builder feed = Feed.of(sample.source(), sample.file()).format(sample.format());
        if (sample.mapping() != null) {
          feed.mapping(Mapping.parse(text(sample.mapping()), sample.mapping()));
        }
        new RunPrinter(out).print(index.ingest(feed.build()), 3);
      }
      out.printf("In the index now: %,d vacancies, %,d of them open%n", index.count(),
          index.countOpen());
    }
    out.flush();
  }

  /// The file's name without its ending.
  private static String id(Path cv) {
    return String.valueOf(cv.getFileName()).replaceFirst("[.].*", "");
  }

  private void show(Path cv, CompetenceProfile profile, Matcher matcher, Taxonomy taxonomy,
      PrintWriter out) {
    Language written = profile.language() == null ? Language.EN : profile.language();
    Language words = language == null ? written : language;
    out.printf("%n== %s%n", cv);
    new ProfilePrinter(taxonomy, words, out).print(profile);
    Matches matches = matcher.match(profile, VacancyFilter.ALL, Conditions.STANDARD, top);
    out.printf("  best %d of the open vacancies, and why:%n", matches.matches().size());
    new MatchPrinter(taxonomy, words, reader.reader(), out).print(matches, 6);
    out.flush();
  }

  private void whatNext(Path cv, PrintWriter out) {
    Path home = folder.resolve("home");
    out.printf("""

        == To try next
        ./metier match %s --home %s --top 5 --reader jobseeker --language nl
        ./metier match %s --home %s --top 1 --reader analyst
        ./metier profile YOUR-CV.pdf --home %s --json
        ./metier train default --out my-ranker.json
        ./metier taxonomy import ESCO-FOLDER... --home my-home
        ./metier --help
        """, cv, home, cv, home, home);
  }

  private static String text(String resource) throws IOException {
    try (var in = DemoCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing from the class path");
      }
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
