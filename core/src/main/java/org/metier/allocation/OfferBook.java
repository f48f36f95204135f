package org.metier.allocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sees to it that a vacancy is open to a limited number of people at a time: an offer counts until the
/// person answers, or until it expires.
///
/// A book lives in memory, and what is kept of it is where its owner puts [#state], never in a home: so erasing a person from
/// a home does not reach it, and no store for `org.metier.rights.PersonRights` ships with it. Whoever keeps one hands in a
/// `PersonStore` of its own, whose erasure is [#erase] followed by writing the state anew.
///
/// Thread-safe; one call at a time. Each costs one look at the vacancy's open offers; [#state] and [#erase] look at
/// all. Memory: some 100 bytes an open offer.
public final class OfferBook {
  private final int maxOpen;
  private final Duration validFor;
  private final InstantSource clock;
  /// Vacancy to person to expiry.
  private final Map<String, Map<String, Instant>> open = new HashMap<>();

  private OfferBook(int maxOpen, Duration validFor, InstantSource clock) {
    this.maxOpen = maxOpen;
    this.validFor = validFor;
    this.clock = clock;
  }

  /// @param state what was kept; a cap that is lower than before closes no offer, but makes no new one
  ///     until enough have expired
  /// @param maxOpen people who may have one vacancy open at a time, at least 1
  /// @param validFor how long an offer counts, above zero
  public static OfferBook of(OpenOffers state, int maxOpen, Duration validFor,
      InstantSource clock) {
    if (maxOpen < 1) {
      throw new IllegalArgumentException("maxOpen must be at least 1, was " + maxOpen);
    }
    if (!validFor.isPositive()) {
      throw new IllegalArgumentException("validFor must be above zero, was " + validFor);
    }
    OfferBook book = new OfferBook(maxOpen, validFor, clock);
    for (OpenOffer offer : state.offers()) {
      book.ofVacancy(offer.vacancy()).put(offer.person(), offer.until());
    }
    return book;
  }

  private Map<String, Instant> ofVacancy(String vacancy) {
    return open.computeIfAbsent(vacancy, v -> new HashMap<>());
  }

  /// Opens a vacancy to a person, if there is room.
  public synchronized OfferAnswer offer(String person, String vacancy) {
    Instant now = clock.instant();
    Map<String, Instant> offers = ofVacancy(vacancy);
    dropExpired(offers.values(), now);
    Instant until = offers.get(person);
    if (until != null) {
      return new OfferAnswer.Open(until, false);
    }
    if (offers.size() >= maxOpen) {
      return new OfferAnswer.Full(offers.values().stream().min(Instant::compareTo).orElseThrow());
    }
    OpenOffer offer = new OpenOffer(vacancy, person, now.plus(validFor));
    offers.put(offer.person(), offer.until());
    return new OfferAnswer.Open(offer.until(), true);
  }

  private static void dropExpired(Collection<Instant> expiries, Instant now) {
    expiries.removeIf(until -> !until.isAfter(now));
  }

  /// Whether [#offer] would refuse a vacancy to a person now. Opens nothing and forgets nothing.
  public synchronized boolean isFull(String person, String vacancy) {
    Map<String, Instant> offers = open.get(vacancy);
    if (offers == null || offers.size() < maxOpen) {
      return false;
    }
    Instant now = clock.instant();
    Instant until = offers.get(person);
    return (until == null || !until.isAfter(now))
        && offers.values().stream().filter(other -> other.isAfter(now)).count() >= maxOpen;
  }

  /// What a person may be shown of a list, and what the cap hid.
  ///
  /// @param hidden vacancies above the last one shown that are full, best first
  public record Admitted(ShownList list, List<Shown> hidden) {
    public Admitted {
      hidden = List.copyOf(hidden);
    }
  }

  /// Opens the first vacancies of a list that have room, in its order. Who asks first is served first: an
  /// [Allocation] spreads beforehand, so that few are hidden here.
  ///
  /// @param ranked more than are to be shown, so that there is something to go on to
  /// @param shown vacancies to show, at least 1
  public synchronized Admitted admit(ShownList ranked, int shown) {
    if (shown < 1) {
      throw new IllegalArgumentException("a list must show at least 1 vacancy, was " + shown);
    }
    List<Shown> admitted = new ArrayList<>();
    List<Shown> hidden = new ArrayList<>();
    for (Shown candidate : ranked.shown()) {
      if (admitted.size() == shown) {
        break;
      }
      switch (offer(ranked.person(), candidate.vacancy())) {
        case OfferAnswer.Open _ -> admitted.add(candidate);
        case OfferAnswer.Full _ -> hidden.add(candidate);
      }
    }
    return new Admitted(new ShownList(ranked.person(), admitted), hidden);
  }

  /// Ends an offer before its time, because the person applied, declined or is no longer shown it.
  ///
  /// @return whether it was open
  public synchronized boolean close(String person, String vacancy) {
    Map<String, Instant> offers = open.get(vacancy);
    Instant until = offers == null ? null : offers.remove(person);
    return until != null && until.isAfter(clock.instant());
  }

  /// Forgets a vacancy that is filled or withdrawn.
  ///
  /// @return how many people had it open
  public synchronized int closeAll(String vacancy) {
    Map<String, Instant> offers = open.remove(vacancy);
    if (offers == null) {
      return 0;
    }
    dropExpired(offers.values(), clock.instant());
    return offers.size();
  }

  /// Forgets a person, in memory: what was written of [#state] holds them until it is written anew.
  ///
  /// @return how many of their offers were kept, expired ones included
  public synchronized int erase(String person) {
    int erased = 0;
    for (Map<String, Instant> offers : open.values()) {
      erased += offers.remove(person) == null ? 0 : 1;
    }
    return erased;
  }

  /// What to keep: all offers that have not expired.
  public synchronized OpenOffers state() {
    Instant now = clock.instant();
    List<OpenOffer> live = new ArrayList<>();
    open.forEach((vacancy, offers) -> offers.forEach((person, until) -> {
      if (until.isAfter(now)) {
        live.add(new OpenOffer(vacancy, person, until));
      }
    }));
    return new OpenOffers(live);
  }
}
