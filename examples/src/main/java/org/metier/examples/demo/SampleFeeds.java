package org.metier.examples.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Writes the feeds of four invented partners: about 400 vacancies in five languages and four formats.
///
/// Employers and vacancies are invented; titles and skills come from a taxonomy. The same taxonomy, day
/// and seed give the same bytes on every machine.
public final class SampleFeeds {
  /// Occupations that every partner offers several times (ISCO-08): software developer, nurse, lorry
  /// driver, cook, shop assistant, electrician, care worker, accountant.
  private static final List<String> FREQUENT = List.of("2512", "2221", "8332", "5120", "5223",
      "7411",
      "5321", "2411");
  /// One vacancy in each of these carries an e-mail address, to show that it is not indexed.
  private static final Set<Language> WITH_CONTACT = Set.of(Language.FR, Language.PL, Language.DE);
  private static final String MAPPINGS = "/org/metier/examples/mappings/";

  private final Taxonomy taxonomy;
  private final LocalDate today;
  private final long seed;

  private SampleFeeds(Taxonomy taxonomy, LocalDate today, long seed) {
    this.taxonomy = taxonomy;
    this.today = today;
    this.seed = seed;
  }

  /// @param taxonomy with labels in every language, and with occupations of all major groups, such as
  ///     [Taxonomy#sample]
  /// @param today the vacancies are one day to four weeks old then, and open for a week at least
  public static SampleFeeds of(Taxonomy taxonomy, LocalDate today, long seed) {
    return new SampleFeeds(taxonomy, today, seed);
  }

  /// Writes the four files, replacing older ones.
  ///
  /// @param folder must exist
  public List<SampleFeed> write(Path folder) throws IOException {
    Draft french = draft(Language.FR, 110, 3, "fr-2");
    Draft polish = draft(Language.PL, 110, 3, "PR-");
    Draft german = draft(Language.DE, 60, 2, "st-de-");
    Draft english = draft(Language.EN, 40, 1, "st-en-");
    Draft dutch = draft(Language.NL, 88, 3, "W-1");
    List<Advert> page = new ArrayList<>(german.adverts());
    page.addAll(english.adverts());
    List<Advert> flemish = new ArrayList<>(dutch.adverts());
    // The same vacancy reaches two partners now and then.
    english.adverts()
        .stream()
        .filter(a -> a.town().country().equals("BE"))
        .limit(2)
        .forEach(a -> flemish.add(a.withKey("W-1" + a.key())));
    return List.of(
        write(folder, "france-emploi", "france-emploi.json", new FranceEmploi(french.dice()),
            french.adverts()),
        write(folder, "praca-pl", "praca-pl.csv", new PracaPl(), polish.adverts()),
        write(folder, "stellen", "stellen.html", new Stellen(german.dice()), page),
        write(folder, "werk-nl", "werk-nl.json", new WerkNl(dutch.dice()), flemish));
  }

  /// Vacancies of one language, and the dice that go on with how they are written.
  private record Draft(List<Advert> adverts, Dice dice) {}

  private Draft draft(Language language, int count, int copies, String prefix) {
    Dice dice = new Dice(seed * Language.values().length + language.ordinal());
    AdvertMaker maker = new AdvertMaker(taxonomy, language, today, dice);
    OccupationPlan plan = OccupationPlan.of(taxonomy, FREQUENT, copies, count, dice);
    List<Advert> adverts = new ArrayList<>();
    for (int occupation : plan.nearHome()) {
      adverts.add(maker.nearHome(occupation, AdvertMaker.key(prefix, adverts.size() + 1)));
    }
    for (int occupation : plan.anywhere()) {
      adverts.add(maker.anywhere(occupation, AdvertMaker.key(prefix, adverts.size() + 1)));
    }
    if (WITH_CONTACT.contains(language)) {
      adverts.add(maker.withContact(adverts.removeLast()));
    }
    return new Draft(dice.some(adverts, adverts.size()), dice);
  }

  private static SampleFeed write(Path folder, String source, String name, FeedLayout layout,
      List<Advert> adverts) throws IOException {
    Path file = folder.resolve(name);
    FeedLayout.Written written = layout.write(adverts);
    Files.write(file, written.text().getBytes(StandardCharsets.UTF_8));
    String mapping = layout.isMapped() ? MAPPINGS + source + ".mapping.json" : null;
    return new SampleFeed(source, layout.format(), file, mapping, written.records(),
        written.defects());
  }
}
