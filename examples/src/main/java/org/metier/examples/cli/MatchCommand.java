package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.OfferBook;
import org.metier.audit.AuditLog;
import org.metier.audit.RankingRecorder;
import org.metier.home.Home;
import org.metier.index.Matched;
import org.metier.index.Matcher;
import org.metier.index.VacancyFilter;
import org.metier.json.Json;
import org.metier.match.Matches;
import org.metier.match.condition.Condition;
import org.metier.match.condition.Conditions;
import org.metier.oversight.Case;
import org.metier.oversight.CaseId;
import org.metier.oversight.Note;
import org.metier.oversight.Oversight;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "match", mixinStandardHelpOptions = true, description = "Rank the open vacancies for a CV and say why.")
final class MatchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CV", description = "a CV, as for profile")
  private Path cv = Path.of("");
  @Option(names = "--top", paramLabel = "N", description = "how many matches (default: ${DEFAULT-VALUE})", defaultValue = "10")
  private int top = 10;
  @Option(names = "--reader", paramLabel = "READER", description = "who reads the reasons: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})", defaultValue = "COUNSELLOR")
  private MatchReader reader = MatchReader.COUNSELLOR;
  @Option(names = "--reasons", paramLabel = "N", description = "lines shown of each part of an explanation, most important first; an analyst sees all (default: ${DEFAULT-VALUE})", defaultValue = "6")
  private int reasons = 6;
  @Option(names = "--wishes", paramLabel = "FILE", description = "JSON of what the person wants: occupations, contracts, hours, salary, maxDistanceKm, remote")
  private @Nullable Path wishes;
  @Option(names = "--conditions", paramLabel = "FILE", description = "JSON of what the person cannot do without: hiding, ruledOutContracts, ruledOutRemote, practise, maxCommuteMinutes")
  private @Nullable Path conditions;
  @Option(names = "--show-hidden", paramLabel = "CONDITION", description = "show what these conditions would hide: ${COMPLETION-CANDIDATES}")
  private Set<Condition> shown = Set.of();
  @Option(names = "--source", paramLabel = "ID", description = "only vacancies of these partners")
  private Set<String> sources = Set.of();
  @Option(names = "--written-in", paramLabel = "LANGUAGE", description = "only vacancies written in these: ${COMPLETION-CANDIDATES}")
  private Set<Language> languages = Set.of();
  @Option(names = "--audit", paramLabel = "PERSON", description = "record what is shown in the audit log, as shown to the person of this id")
  private @Nullable String person;
  @Mixin
  private OfferOptions offers = new OfferOptions();
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private LanguageOption wording = new LanguageOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    Home opened = home.open();
    Taxonomy taxonomy = Taxonomy.of(opened);
    Wishes wanted = wishes == null
        ? Wishes.NONE
        : Json.read(Files.readString(wishes), Wishes.class);
    VacancyFilter filter = VacancyFilter.builder().sources(sources).languages(languages).build();
    OfferBook book = offers.book();
    Matcher.Builder settings = Matcher.builder(opened).taxonomy(taxonomy);
    if (book != null) {
      settings.offers(book);
    }
    try (Profiler profiler = Profiler.builder(opened, taxonomy).build();
        Matcher matcher = settings.build()) {
      String id = person();
      CompetenceProfile profile = profiler.read(cv, id, wanted).profile();
      Matched matched = matcher.matched(profile, filter, conditions(), top);
      Matches matches = matched.matches();
      if (book != null) {
        offers.open(book, matches);
      }
      List<Note.Disagreed> disagreements = List.of();
      if (person != null) {
        AuditLog log = AuditCommand.log(opened);
        RankingRecorder.of(log, matcher.ranker())
            .shown(profile, matched.conditions(), matches, matched.at(), matched.index());
        disagreements = Oversight.of(opened, log)
            .find(CaseId.ofRankings(person))
            .map(Case::disagreements)
            .orElse(List.of());
      }
      disagreements.forEach(said -> (output.isJson() ? output.err() : output.out())
          .printf("On %s the person said of how vacancies are ranked for them: \"%s\"%n",
              LocalDate.ofInstant(said.at(), ZoneOffset.UTC), said.text()));
      if (output.isJson()) {
        output.json(matches);
      } else if (matches.matches().isEmpty() && matches.hidden().isEmpty() && matches.full() == 0) {
        output.out()
            .println("No open vacancy fits; see what is in the home with: metier ingest --help");
      } else {
        new MatchPrinter(taxonomy, wording.language(), reader.reader(), output.out())
            .print(matches, reasons);
      }
    }
    return 0;
  }

  /// Whom the profile is of.
  private String person() {
    String audited = person;
    if (audited == null) {
      return offers.person();
    }
    if (offers.isGiven() && !offers.person().equals(audited)) {
      throw new IllegalArgumentException(
          "--audit and --person name two people; give the one whom the matches are shown to");
    }
    return audited;
  }

  private Conditions conditions() throws IOException {
    Conditions said = conditions == null
        ? Conditions.STANDARD
        : Json.read(Files.readString(conditions), Conditions.class);
    for (Condition condition : shown) {
      said = said.showing(condition);
    }
    return said;
  }
}
