package org.metier.benchmarks;

import java.util.List;
import org.metier.benchmarks.race.Race;
import org.metier.benchmarks.race.Work;
import org.metier.taxonomy.Taxonomy;

/// Finding the labels of the sample taxonomy in text, beside AhoCorasickDoubleArrayTrie over the same stems.
public final class TaggerRaces {
  private TaggerRaces() {}

  public static List<Race> all() {
    LabelText text = LabelText.of(Taxonomy.sample());
    return List.of(new Race.Speed("tagger: labels in a text / AhoCorasickDoubleArrayTrie",
        tagging(text, TaggerBenchmark.Peer.METIER),
        tagging(text, TaggerBenchmark.Peer.HANKCS_STEMS)));
  }

  private static Work tagging(LabelText text, TaggerBenchmark.Peer peer) {
    LabelTagger tagger = peer.over(text);
    int[] next = {0};
    return () -> {
      next[0] = (next[0] + 1) % text.texts().size();
      long[] sum = {0};
      tagger.forEachTag(text.texts().get(next[0]),
          (concept, start, end) -> sum[0] = sum[0] * 31 + concept + start + end);
      return sum[0];
    };
  }
}
