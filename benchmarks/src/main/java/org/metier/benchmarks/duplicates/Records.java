package org.metier.benchmarks.duplicates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.duplicate.Advert;
import org.metier.duplicate.EmployerBoilerplate;
import org.metier.duplicate.EmployerName;
import org.metier.duplicate.EmployerText;
import org.metier.feed.Feed;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedReader;
import org.metier.feed.VacancyDraft;
import org.metier.feed.mapping.Mapping;
import org.metier.json.Json;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// The records of a feed as they are taken in: a row that repeats an earlier key with the same content is
/// no record of its own; with other content it is, under the key and `~2`, `~3` and so on.
///
/// @param drafts in the order of the feed
/// @param rows how many the feed had
/// @param rejected rows that could not be used
/// @param repeated rows that were the same as an earlier one of their key
record Records(List<VacancyDraft> drafts, int rows, int rejected, int repeated) {
  private static final String SOURCE = "evaluated";
  private static final String ROW = "~row";

  Records {
    drafts = List.copyOf(drafts);
  }

  static Records read(Path file, @Nullable Mapping mapping) {
    return read(file, mapping, new Reading(false));
  }

  /// The same feed with nothing that names a vacancy exactly: each row a record of its own, without address.
  static Records rows(Path file, @Nullable Mapping mapping) {
    return read(file, mapping, new Reading(true)).withoutKeys();
  }

  private static Records read(Path file, @Nullable Mapping mapping, Reading reading) {
    try {
      FeedReader.read(Feed.of(SOURCE, file).mapping(mapping).build(), reading::take);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return new Records(withRegions(reading.drafts), reading.rows, reading.rejected,
        reading.repeated);
  }

  /// The key that a row had before it became a record of its own.
  static String rowKey(String key) {
    int row = key.lastIndexOf(ROW);
    return row < 0 ? key : key.substring(0, row);
  }

  /// Counts and names the rows.
  private static final class Reading {
    final List<VacancyDraft> drafts = new ArrayList<>();
    private final Map<String, Set<String>> contents = new HashMap<>();
    private final boolean isEachRow;
    int rows;
    int rejected;
    int repeated;

    Reading(boolean isEachRow) {
      this.isEachRow = isEachRow;
    }

    void take(FeedItem item) {
      rows++;
      switch (item) {
        case FeedItem.Rejected _ -> rejected++;
        case FeedItem.Withdrawn withdrawn -> throw new IllegalArgumentException(
            withdrawn.place() + " takes a vacancy back; expected a feed of vacancies alone");
        case FeedItem.Accepted accepted -> take(accepted.draft());
      }
    }

    private void take(VacancyDraft draft) {
      String key = draft.vacancy().id().key();
      Set<String> known = contents.computeIfAbsent(key, k -> new HashSet<>());
      if (!known.add(Json.write(draft))) {
        repeated++;
        if (isEachRow) {
          drafts.add(draft.withId(new VacancyId(draft.vacancy().id().source(), key + ROW + rows)));
        }
        return;
      }
      drafts.add(known.size() == 1
          ? draft
          : draft.withId(new VacancyId(draft.vacancy().id().source(), key + "~" + known.size())));
    }
  }

  private static VacancyDraft with(VacancyDraft draft, Vacancy vacancy) {
    return new VacancyDraft(vacancy, draft.skillTexts(), draft.occupationCodes(),
        draft.occupationTitles(), draft.employerId(), draft.isAgency(), draft.partnerKeys());
  }

  /// Gives towns the region that most records state beside them: what a gazetteer does in the product.
  private static List<VacancyDraft> withRegions(List<VacancyDraft> drafts) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    drafts.forEach(draft -> draft.vacancy().workplaces().forEach(place -> {
      if (place.city() != null && place.region() != null) {
        counts.computeIfAbsent(town(place), t -> new TreeMap<>())
            .merge(place.region(), 1, Integer::sum);
      }
    }));
    return drafts.stream().map(draft -> {
      List<Place> places = draft.vacancy()
          .workplaces()
          .stream()
          .map(place -> located(place, counts.getOrDefault(town(place), Map.of())))
          .toList();
      return with(draft, draft.vacancy().toBuilder().workplaces(places).build());
    }).toList();
  }

  private static String town(Place place) {
    return place.city() == null ? "" : place.city().toLowerCase(Locale.ROOT);
  }

  private static Place located(Place place, Map<String, Integer> regions) {
    if (place.city() == null || place.region() != null) {
      return place;
    }
    return regions.entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Place(place.city(), place.postcode(), most.getKey(), place.country(),
            place.point(), place.precision()))
        .orElse(place);
  }

  private Records withoutKeys() {
    return new Records(drafts.stream().map(draft -> {
      Vacancy plain = draft.vacancy().toBuilder().url(null).applyUrl(null).build();
      return new VacancyDraft(plain, draft.skillTexts(), draft.occupationCodes(),
          draft.occupationTitles(), draft.employerId(), draft.isAgency(), Set.of());
    }).toList(), rows, rejected, repeated);
  }

  /// What is compared: each text signed without its employer's boilerplate.
  List<Advert> adverts() {
    Map<String, EmployerBoilerplate.Collector> collectors = new HashMap<>();
    for (VacancyDraft draft : drafts) {
      Vacancy vacancy = draft.vacancy();
      EmployerName employer = EmployerName.of(vacancy.employer());
      if (employer != null) {
        collectors.computeIfAbsent(employer.key(), k -> EmployerBoilerplate.collector())
            .add(vacancy.id(), text(vacancy));
      }
    }
    Map<String, EmployerBoilerplate> boilerplate = new HashMap<>();
    collectors.forEach((employer, collector) -> boilerplate.put(employer, collector.build()));
    return drafts.stream().map(draft -> {
      Vacancy vacancy = draft.vacancy();
      EmployerName employer = EmployerName.of(vacancy.employer());
      EmployerBoilerplate own = employer == null
          ? EmployerBoilerplate.NONE
          : Objects.requireNonNull(boilerplate.get(employer.key()));
      return Advert.of(draft, own.sign(text(vacancy)));
    }).toList();
  }

  private static EmployerText text(Vacancy vacancy) {
    return EmployerText.of(vacancy.title(), Advert.towns(vacancy), vacancy.description());
  }
}
