package org.metier.benchmarks.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.metier.benchmarks.market.SyntheticMarket;
import org.metier.feed.Feed;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedReader;
import org.metier.feed.FeedWriter;
import org.metier.feed.Source;
import org.metier.feed.VacancyDraft;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// A made-up delivery in Metier's own format, all in memory, with what was read of it.
///
/// @param bytes the feed
/// @param drafts its records, in order
@SuppressWarnings("ArrayRecordComponent") // never compared
record MadeFeed(byte[] bytes, List<VacancyDraft> drafts) {
  private static final Source SOURCE = Source.of("made");

  /// @param taxonomy gives the names of occupations and skills that titles and texts have in them
  static MadeFeed seeded(long seed, int vacancies, Taxonomy taxonomy) throws IOException {
    SyntheticMarket market = SyntheticMarket.seeded(seed);
    AdText texts = new AdText(market, taxonomy);
    StringBuilder lines = new StringBuilder();
    FeedWriter writer = FeedWriter.to(lines);
    for (int number = 0; number < vacancies; number++) {
      writer
          .write(draft(number, market.vacancy(number), texts, new SplittableRandom(seed + number)));
    }
    writer.end(null);
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    List<VacancyDraft> drafts = new ArrayList<>();
    FeedReader.read(feed(bytes), item -> {
      if (item instanceof FeedItem.Accepted(VacancyDraft draft, var _, var _)) {
        drafts.add(draft);
      }
    });
    if (drafts.size() != vacancies) {
      throw new IllegalStateException(drafts.size() + " of " + vacancies + " records were read");
    }
    return new MadeFeed(bytes, List.copyOf(drafts));
  }

  private static VacancyDraft draft(int number, Vacancy made, AdText texts,
      SplittableRandom random) {
    Language language = made.language() == null ? Language.EN : made.language();
    String employer = made.employer() == null ? "The company" : made.employer();
    Vacancy vacancy = Vacancy
        .builder(new VacancyId(SOURCE.id(), "v" + number), texts.title(language, random))
        .description(texts.description(language, employer, random))
        .language(language)
        .employer(made.employer())
        .workplaces(made.workplaces())
        .remote(made.remote())
        .contract(made.contract())
        .salary(made.salary())
        .postedAt(made.postedAt())
        .url(made.url())
        .build();
    return VacancyDraft.of(vacancy, List.of(), List.of(), List.of());
  }

  Feed feed() {
    return feed(bytes);
  }

  private static Feed feed(byte[] bytes) {
    return Feed.of(SOURCE, "made.jsonl", new ByteArrayInputStream(bytes)).build();
  }
}
