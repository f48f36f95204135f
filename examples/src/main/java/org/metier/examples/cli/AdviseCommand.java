package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.advice.Advice;
import org.metier.advice.LearningAdvisor;
import org.metier.advice.Reach;
import org.metier.advice.Target;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.json.Json;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.link.OccupationLinker;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "advise", mixinStandardHelpOptions = true, description = "Say what a person has and lacks for an occupation or vacancy, which skill opens most vacancies in reach, and which occupations are near.")
final class AdviseCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Person person = new Person();
  @ArgGroup(multiplicity = "1")
  private Wanted wanted = new Wanted();
  @Option(names = "--wishes", paramLabel = "FILE", description = "JSON of what the person wants: occupations, contracts, hours, salary, maxDistanceKm, remote")
  private @Nullable Path wishes;
  @Option(names = "--near", paramLabel = "TOWN", description = "count vacancies around this town, such as Kraków or Paris,FR (default: around the place in the profile, if it says how far)")
  private @Nullable String near;
  @Option(names = "--radius-km", paramLabel = "KM", description = "how far around it (default: ${DEFAULT-VALUE})", defaultValue = "30")
  private double radiusKm = 30;
  @Option(names = "--written-in", paramLabel = "LANGUAGE", description = "count only vacancies written in these: ${COMPLETION-CANDIDATES}")
  private Set<Language> languages = Set.of();
  @Option(names = "--country", paramLabel = "CODE", description = "count only vacancies in these countries, such as FR")
  private Set<String> countries = Set.of();
  @Option(names = "--top", paramLabel = "N", description = "how many skills and occupations of each kind (default: ${DEFAULT-VALUE})", defaultValue = "5")
  private int top = 5;
  @Option(names = "--as-of", paramLabel = "INSTANT", description = "count what was open then, such as 2026-07-01T00:00:00Z (default: now)")
  private @Nullable Instant asOf;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private LanguageOption wording = new LanguageOption();
  @Mixin
  private Output output = new Output();

  private static final class Person {
    @Parameters(paramLabel = "CV", arity = "0..1", description = "a CV, as for profile")
    private @Nullable Path cv;
    @Option(names = "--profile", paramLabel = "FILE", description = "or a profile, as profile --json prints it")
    private @Nullable Path profile;
  }

  private static final class Wanted {
    @Option(names = "--occupation", paramLabel = "OCCUPATION", description = "the wanted occupation, by URI or by title in any of the languages")
    private @Nullable String occupation;
    @Option(names = "--vacancy", paramLabel = "ID", description = "or the wanted vacancy, such as acme:4711")
    private @Nullable String vacancy;
  }

  @Override
  public Integer call() throws IOException {
    Home opened = home.open();
    Taxonomy taxonomy = Taxonomy.of(opened);
    CompetenceProfile profile = profile(opened, taxonomy);
    Target target = target(opened, taxonomy);
    Clock clock = asOf == null ? Clock.systemUTC() : Clock.fixed(asOf, ZoneOffset.UTC);
    try (LearningAdvisor advisor = LearningAdvisor.builder(opened)
        .taxonomy(taxonomy)
        .clock(clock)
        .skills(top)
        .occupations(top)
        .build()) {
      Advice advice = advisor.advise(profile, target, reach(profile, opened));
      if (output.isJson()) {
        output.json(advice);
      } else {
        new AdvicePrinter(taxonomy, wording.language(), top, output.out()).print(advice, target);
      }
    }
    return 0;
  }

  private CompetenceProfile profile(Home opened, Taxonomy taxonomy) throws IOException {
    CompetenceProfile profile;
    if (person.profile != null) {
      profile = Json.read(Files.readString(person.profile), CompetenceProfile.class);
    } else if (person.cv != null) {
      try (Profiler profiler = Profiler.builder(opened, taxonomy).build()) {
        profile = profiler.read(person.cv, "cv", Wishes.NONE).profile();
      }
    } else {
      throw new IllegalArgumentException("advise needs a CV, or --profile FILE");
    }
    return wishes == null
        ? profile
        : profile.toBuilder()
            .wishes(Json.read(Files.readString(wishes), Wishes.class))
            .build();
  }

  private Target target(Home opened, Taxonomy taxonomy) {
    if (wanted.vacancy != null) {
      VacancyId id = VacancyId.parse(wanted.vacancy);
      try (VacancyIndex index = VacancyIndex.builder(opened).taxonomy(taxonomy).build()) {
        return Target.vacancy(index.find(id)
            .orElseThrow(() -> new IllegalArgumentException(
                "--vacancy " + id
                    + " is not in this home; search prints the ids of those that are")));
      }
    }
    return Target.occupation(occupation(String.valueOf(wanted.occupation), opened, taxonomy));
  }

  private String occupation(String named, Home opened, Taxonomy taxonomy) {
    OptionalInt byUri = taxonomy.find(named);
    if (byUri.isPresent() && taxonomy.kind(byUri.getAsInt()) == ConceptKind.OCCUPATION) {
      return named;
    }
    OccupationLinker linker = OccupationLinker.over(taxonomy, TextAnalyzer.create(),
        LinkModel.of(opened, LinkTask.TITLES));
    // The reader's language first: of equally sure links the first stays.
    return Stream.concat(Stream.of(wording.language()), Arrays.stream(Language.values()))
        .flatMap(language -> linker.link(named, language, 1).stream())
        .reduce((best, link) -> link.confidence() > best.confidence() ? link : best)
        .map(link -> taxonomy.uri(link.concept()))
        .orElseThrow(() -> new IllegalArgumentException("--occupation \"" + named
            + "\" is no occupation that is known; expected a URI of the taxonomy, or a title"));
  }

  private Reach reach(CompetenceProfile profile, Home opened) {
    Reach.Builder reach = Reach.of(profile).adLanguages(languages).countries(countries);
    if (near != null) {
      reach.near(Towns.point(near, opened), radiusKm);
    }
    return reach.build();
  }
}
