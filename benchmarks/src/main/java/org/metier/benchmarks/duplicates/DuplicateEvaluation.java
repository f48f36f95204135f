package org.metier.benchmarks.duplicates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.metier.duplicate.Advert;
import org.metier.duplicate.AdvertMemory;
import org.metier.duplicate.Agreement;
import org.metier.duplicate.Cluster;
import org.metier.duplicate.Clusters;
import org.metier.duplicate.Decision;
import org.metier.duplicate.DuplicateDetector;
import org.metier.duplicate.Field;
import org.metier.duplicate.Veto;
import org.metier.feed.VacancyDraft;
import org.metier.vacancy.VacancyId;

/// Measures Metier's de-duplication beside baselines on the same records, in one run.
///
/// Precision and recall come twice. Over all labelled pairs they are plain shares, and recall flatters
/// whoever helped to find the pairs: some were read because Metier merged them. Over the pairs drawn at
/// random each weighs as many pairs of its stratum as it stands for, so that they estimate what holds for all
/// pairs that could be one vacancy ([PairUniverse]); the intervals are wide where few of a large stratum
/// were read.
final class DuplicateEvaluation {
  private final Records records;
  private final List<Advert> adverts;
  private final AdvertMemory memory = new AdvertMemory(Clusters.standard());
  private final List<Cluster> clusters;

  DuplicateEvaluation(Records records) {
    this.records = records;
    adverts = records.adverts();
    memory.put(adverts);
    clusters = memory.clusters();
  }

  List<Cluster> clusters() {
    return clusters;
  }

  /// @param labels of the records, which may be none
  /// @param withoutKeys the same feed, each row a record of its own
  DuplicateReport run(PairLabels labels, Records withoutKeys) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    clusters.forEach(c -> sizes.merge(c.members().size(), 1, Integer::sum));
    List<Advert> nameless = withoutKeys.adverts();
    Merging blind = Merging.of(nameless, Merging.clusters(nameless));
    Map<String, Integer> decisions = new TreeMap<>();
    Map<String, Integer> vetoes = new TreeMap<>();
    count(decisions, vetoes);
    return new DuplicateReport(records.rows(), records.rejected(), records.repeated(),
        records.drafts().size(), clusters.size(), sizes, blind.groups(),
        isEachRepeatFound(withoutKeys, blind), decisions, vetoes, forbidden(),
        labels.pairs().isEmpty() ? null : labelled(labels));
  }

  private static boolean isEachRepeatFound(Records rows, Merging merging) {
    Map<String, Integer> groups = new HashMap<>();
    for (int i = 0; i < rows.drafts().size(); i++) {
      String key = Records.rowKey(rows.drafts().get(i).vacancy().id().key());
      Integer earlier = groups.putIfAbsent(key, merging.group().get(i));
      if (earlier != null && !earlier.equals(merging.group().get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Decides on all pairs that share a term.
  private void count(Map<String, Integer> decisions, Map<String, Integer> vetoes) {
    DuplicateDetector detector = DuplicateDetector.standard();
    for (Advert advert : adverts) {
      for (Advert other : memory.sharing(advert.terms())) {
        if (advert.id().compareTo(other.id()) < 0) {
          Decision decision = detector.decide(advert, other);
          decisions.merge(kind(decision), 1, Integer::sum);
          if (decision instanceof Decision.Different different) {
            Veto first = different.vetoes().getFirst();
            vetoes.merge(first.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
          }
        }
      }
    }
  }

  private static String kind(Decision decision) {
    return switch (decision) {
      case Decision.Same _ -> "same";
      case Decision.Repost _ -> "repost";
      case Decision.MultiCity _ -> "multiCity";
      case Decision.Different _ -> "different";
    };
  }

  /// Pairs within a cluster whose employers and towns both differ.
  private int forbidden() {
    DuplicateDetector detector = DuplicateDetector.standard();
    Map<VacancyId, Advert> byId = new HashMap<>();
    adverts.forEach(advert -> byId.put(advert.id(), advert));
    int found = 0;
    for (Cluster cluster : clusters) {
      List<Advert> members = cluster.members().stream().map(byId::get).toList();
      for (int i = 0; i < members.size(); i++) {
        for (int j = 0; j < i; j++) {
          Map<Field, Agreement> fields = detector.decide(members.get(i), members.get(j))
              .comparison()
              .fields();
          found += fields.get(Field.EMPLOYER) == Agreement.DIFFERS
              && (fields.get(Field.PLACE) == Agreement.DIFFERS
                  || fields.get(Field.REGION) == Agreement.DIFFERS) ? 1 : 0;
        }
      }
    }
    return found;
  }

  private DuplicateReport.Labelled labelled(PairLabels labels) {
    List<VacancyDraft> drafts = records.drafts();
    PairUniverse universe = PairUniverse.of(drafts);
    Map<String, DuplicateReport.Figures> systems = new LinkedHashMap<>();
    systems.put("metier", figures(Merging.of(adverts, clusters), universe, labels));
    systems.put("titleEmployerTown", figures(Merging.byFields(drafts), universe, labels));
    systems.put("minHash80", figures(Merging.byText(drafts, 0.8), universe, labels));
    systems.put("minHash50", figures(Merging.byText(drafts, 0.5), universe, labels));
    int same = (int) labels.pairs().stream().filter(PairLabels.Labelled::isSame).count();
    int candidates = universe.sizes().values().stream().mapToInt(Integer::intValue).sum();
    return new DuplicateReport.Labelled(labels.pairs().size(), same, labels.unknown(), candidates,
        systems);
  }

  private static DuplicateReport.Figures figures(Merging merging, PairUniverse universe,
      PairLabels labels) {
    Share.Sum precision = new Share.Sum();
    Share.Sum recall = new Share.Sum();
    Set<PairUniverse.Pair> read = new HashSet<>();
    for (PairLabels.Labelled one : labels.pairs()) {
      read.add(one.pair());
      add(merging, one, 1, precision, recall);
    }
    Share.Sum randomPrecision = new Share.Sum();
    Share.Sum randomRecall = new Share.Sum();
    int merged = 0;
    int unread = 0;
    for (List<PairUniverse.Pair> stratum : universe.strata().values()) {
      Set<PairUniverse.Pair> all = new HashSet<>(stratum);
      List<PairLabels.Labelled> drawn = labels.pairs()
          .stream()
          .filter(one -> one.draw() == PairLabels.Draw.RANDOM && all.contains(one.pair()))
          .toList();
      drawn.forEach(one -> add(merging, one, (double) stratum.size() / drawn.size(),
          randomPrecision, randomRecall));
      for (PairUniverse.Pair pair : stratum) {
        merged += merging.isMerged(pair) ? 1 : 0;
        unread += merging.isMerged(pair) && !read.contains(pair) ? 1 : 0;
      }
    }
    return new DuplicateReport.Figures(merging.groups(), precision.share(), recall.share(), merged,
        unread, randomPrecision.share(), randomRecall.share());
  }

  private static void add(Merging merging, PairLabels.Labelled one, double weight,
      Share.Sum precision, Share.Sum recall) {
    boolean isMerged = merging.isMerged(one.pair());
    if (isMerged) {
      precision.add(one.isSame(), weight);
    }
    if (one.isSame()) {
      recall.add(isMerged, weight);
    }
  }
}
