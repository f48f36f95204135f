package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.alert.Alert;
import org.metier.alert.AlertStore;
import org.metier.alert.Area;
import org.metier.alert.Condition;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.json.Json;
import org.metier.profile.Wishes;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.work.Contract;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "add", mixinStandardHelpOptions = true, description = "Save a search, or what a CV's owner would look for. The same id again replaces the alert.")
final class AlertAddCommand implements Callable<Integer> {
  /// What the alert starts from: one of the two.
  static final class Start {
    @Option(names = "--query", paramLabel = "WORDS", description = "words that must occur; \"several words\" side by side; -word must not occur")
    private @Nullable String query;
    @Option(names = "--cv", paramLabel = "FILE", description = "a CV, as for profile; it is not kept")
    private @Nullable Path cv;
  }

  @Option(names = "--id", required = true, paramLabel = "ID", description = "names the alert")
  private String id = "";
  @Option(names = "--owner", required = true, paramLabel = "PSEUDONYM", description = "whose alert it is; never a name")
  private String owner = "";
  @ArgGroup(multiplicity = "1")
  private Start start = new Start();
  @Option(names = "--language", paramLabel = "LANGUAGE", description = "in which the query is looked for: ${COMPLETION-CANDIDATES} (default: EN)")
  private Set<Language> languages = Set.of(Language.EN);
  @Option(names = "--wishes", paramLabel = "FILE", description = "JSON of what the CV's owner wants, as for match")
  private @Nullable Path wishes;
  @Option(names = "--least-skills", paramLabel = "N", description = "skills of the CV that a vacancy must ask for (default: ${DEFAULT-VALUE})", defaultValue = "1")
  private int leastSkills = 1;
  @Option(names = "--near", paramLabel = "TOWN", description = "where the work must be, or TOWN,FR with the country")
  private @Nullable String near;
  @Option(names = "--radius-km", paramLabel = "KM", description = "how far from there (default: ${DEFAULT-VALUE})", defaultValue = "30")
  private double radiusKm = 30;
  @Option(names = "--contract", paramLabel = "KIND", description = "one of these: ${COMPLETION-CANDIDATES}")
  private Set<Contract> contracts = Set.of();
  @Option(names = "--source", paramLabel = "ID", description = "only vacancies of these partners")
  private Set<String> sources = Set.of();
  @Option(names = "--may-be-unknown", paramLabel = "CONDITION", description = "what a vacancy need not say: ${COMPLETION-CANDIDATES}")
  private Set<Condition> mayBeUnknown = Set.of();
  @Option(names = "--from-start", description = "tell of what is open already, too; otherwise the alert begins now")
  private boolean isFromStart;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    Home opened = home.open();
    Taxonomy taxonomy = Taxonomy.of(opened);
    Alert.Builder builder = start.query == null
        ? ofCv(opened, taxonomy)
        : Alert.ofSearch(id, owner, start.query, languages, TextAnalyzer.create());
    if (near != null) {
      builder.near(new Area(Towns.point(near, opened), radiusKm));
    }
    if (!contracts.isEmpty()) {
      builder.contracts(contracts);
    }
    if (!mayBeUnknown.isEmpty()) {
      builder.mayBeUnknown(mayBeUnknown);
    }
    Alert alert = builder.sources(sources).build();
    AlertStore.open(opened).put(alert, isFromStart ? 0 : newest(opened, taxonomy));
    if (output.isJson()) {
      output.json(alert);
    } else {
      output.out()
          .printf("Saved %s: %s%n", alert.id(), String.join(", ", AlertWords.of(alert)));
    }
    return 0;
  }

  private static long newest(Home opened, Taxonomy taxonomy) {
    try (VacancyIndex index = VacancyIndex.builder(opened).taxonomy(taxonomy).build()) {
      return index.latestArrival();
    }
  }

  private Alert.Builder ofCv(Home opened, Taxonomy taxonomy) throws IOException {
    Wishes wanted = wishes == null
        ? Wishes.NONE
        : Json.read(Files.readString(wishes), Wishes.class);
    try (Profiler profiler = Profiler.builder(opened, taxonomy).build()) {
      Path cv = java.util.Objects.requireNonNull(start.cv);
      return Alert.ofProfile(id, owner, profiler.read(cv, "cv", wanted).profile(), leastSkills,
          taxonomy);
    }
  }
}
