package org.metier.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.Fields;
import org.metier.link.ConceptTag;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.internal.Folding;

/// What can be typed to find something, with how many open vacancies it finds: titles of vacancies, and
/// labels of occupations that vacancies are coded to. Sorted by every word that a text has, so that a
/// prefix is looked up by bisection, and then the fullest of its range are gathered.
///
/// An own structure, because Lucene's suggesters keep one weight that was computed before, per entry or
/// document, where this one counts what is open. Immutable and thread-safe. Building walks over all open
/// vacancies, once.
final class Completions {
  /// Only the first words of a text can be begun with.
  private static final int MAX_STARTS = 4;
  /// How much more a text counts that begins with what was typed than one that has it inside.
  private static final int FROM_THE_START = 4;
  private static final byte ANY = -1;
  /// More than any count.
  private static final long OWN = 8L * Integer.MAX_VALUE;
  private static final int LONGEST_LABEL = 60;

  private final Entry[] entries;
  /// Places in `entries` and within their folded text, in the order of what stands there.
  private final int[] owners;
  private final int[] offsets;
  /// How much each place counts, and in which language; apart, because a short prefix looks at many.
  private final long[] worths;
  private final byte[] languages;

  /// @param language null when not known
  /// @param found by these terms of the index
  /// @param concept number of an occupation; -1 for a title
  record Entry(String text, String folded, @Nullable Language language, int count,
      List<Term> found, int concept) {}

  private Completions(Entry[] entries) {
    this.entries = entries;
    List<int[]> starts = new ArrayList<>();
    for (int i = 0; i < entries.length; i++) {
      String folded = entries[i].folded();
      int at = 0;
      for (int word = 0; word < MAX_STARTS && at < folded.length(); word++) {
        starts.add(new int[]{i, at});
        int space = folded.indexOf(' ', at);
        at = space < 0 ? folded.length() : space + 1;
      }
    }
    starts.sort((a, b) -> compare(entries[a[0]].folded(), a[1], entries[b[0]].folded(), b[1]));
    owners = starts.stream().mapToInt(start -> start[0]).toArray();
    offsets = starts.stream().mapToInt(start -> start[1]).toArray();
    worths = new long[owners.length];
    languages = new byte[owners.length];
    for (int at = 0; at < owners.length; at++) {
      Entry entry = entries[owners[at]];
      worths[at] = (long) entry.count() * (offsets[at] == 0 ? FROM_THE_START : 1);
      languages[at] = entry.language() == null ? ANY : (byte) entry.language().ordinal();
    }
  }

  private static int compare(String a, int atA, String b, int atB) {
    int shorter = Math.min(a.length() - atA, b.length() - atB);
    for (int i = 0; i < shorter; i++) {
      int order = Character.compare(a.charAt(atA + i), b.charAt(atB + i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length() - atA, b.length() - atB);
  }

  /// Lower case without accents, words parted by one space.
  static String fold(String text) {
    return Folding.plain(text).replaceAll("[^\\p{L}\\p{N}+#.&]+", " ");
  }

  /// The fullest texts that have a word beginning with what was typed, most first.
  ///
  /// @param language whose texts come before all others
  List<Entry> startingWith(String typed, @Nullable Language language, int limit) {
    String prefix = fold(typed).stripLeading();
    if (prefix.isBlank()) {
      return List.of();
    }
    // A text that begins with what was typed and has it inside comes twice.
    int kept = MAX_STARTS * limit;
    PriorityQueue<long[]> best = new PriorityQueue<>(Completions::byWorth);
    int end = first(prefix + Character.MAX_VALUE);
    for (int at = first(prefix); at < end; at++) {
      boolean isOwn = language == null || languages[at] == ANY
          || languages[at] == language.ordinal();
      long worth = isOwn ? worths[at] + OWN : worths[at];
      if (best.size() == kept && worth < best.element()[0]) {
        continue;
      }
      long[] ranked = {worth, owners[at]};
      if (best.size() < kept || byWorth(ranked, best.element()) > 0) {
        best.add(ranked);
        if (best.size() > kept) {
          best.remove();
        }
      }
    }
    return best.stream()
        .sorted((a, b) -> byWorth(b, a))
        .mapToInt(ranked -> (int) ranked[1])
        .distinct()
        .limit(limit)
        .mapToObj(owner -> entries[owner])
        .toList();
  }

  /// The worthiest last, and of equally worthy ones the first by letters.
  private static int byWorth(long[] a, long[] b) {
    return a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(b[1], a[1]);
  }

  private int first(String prefix) {
    int low = 0;
    int high = owners.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(entries[owners[middle]].folded(), offsets[middle], prefix, 0) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static Completions of(IndexSearcher searcher, Query open, Taxonomy taxonomy,
      QueryConcepts recognizer) throws IOException {
    Builder builder = new Builder(taxonomy, recognizer);
    Weight weight = searcher.createWeight(searcher.rewrite(open), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        FixedBitSet shown = new FixedBitSet(leaf.reader().maxDoc());
        shown.or(scorer.iterator());
        if (leaf.reader().getLiveDocs() != null) {
          for (int doc = 0; doc < shown.length(); doc++) {
            if (!leaf.reader().getLiveDocs().get(doc)) {
              shown.clear(doc);
            }
          }
        }
        builder.titles(leaf, shown);
        builder.occupations(leaf, shown);
      }
    }
    return builder.build();
  }

  private static final class Builder {
    private final Taxonomy taxonomy;
    private final QueryConcepts recognizer;
    private final Map<String, Integer> titles = new HashMap<>();
    private final Map<Integer, Integer> occupations = new HashMap<>();

    Builder(Taxonomy taxonomy, QueryConcepts recognizer) {
      this.taxonomy = taxonomy;
      this.recognizer = recognizer;
    }

    void titles(LeafReaderContext leaf, FixedBitSet shown) throws IOException {
      SortedDocValues values = DocValues.getSorted(leaf.reader(), Fields.COMPLETION);
      int[] counts = new int[values.getValueCount()];
      for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values
          .nextDoc()) {
        if (shown.get(doc)) {
          counts[values.ordValue()]++;
        }
      }
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          titles.merge(values.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
        }
      }
    }

    void occupations(LeafReaderContext leaf, FixedBitSet shown) throws IOException {
      PostingsEnum postings = null;
      for (int occupation : taxonomy.concepts(ConceptKind.OCCUPATION)) {
        postings = leaf.reader()
            .postings(new Term(Fields.SURE_OCCUPATION, taxonomy.uri(occupation)),
                PostingsEnum.NONE);
        int count = 0;
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          count += shown.get(postings.docID()) ? 1 : 0;
        }
        if (count > 0) {
          occupations.merge(occupation, count, Integer::sum);
        }
      }
    }

    Completions build() {
      List<Entry> entries = new ArrayList<>(titleEntries());
      Set<String> known = new HashSet<>();
      entries.forEach(entry -> known.add(entry.language() + " " + entry.folded()));
      occupations.forEach((occupation, count) -> labels(occupation, count, known, entries));
      Entry[] sorted = entries.toArray(Entry[]::new);
      Arrays.sort(sorted, Comparator.comparing(Entry::folded)
          .thenComparing(Entry::text)
          .thenComparing(entry -> String.valueOf(entry.language())));
      return new Completions(sorted);
    }

    /// Titles that differ in case and accents only are one, written as most vacancies do.
    private List<Entry> titleEntries() {
      Map<String, List<Map.Entry<String, Integer>>> alike = new LinkedHashMap<>();
      titles.entrySet().forEach(title -> {
        int colon = title.getKey().indexOf(':');
        String key = title.getKey().substring(0, colon + 1)
            + fold(title.getKey().substring(colon + 1));
        alike.computeIfAbsent(key, k -> new ArrayList<>()).add(title);
      });
      List<Entry> entries = new ArrayList<>();
      alike.forEach((key, same) -> {
        same.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
        int colon = key.indexOf(':');
        entries.add(new Entry(same.getFirst().getKey().substring(colon + 1),
            key.substring(colon + 1), Language.of(key.substring(0, colon)).orElse(null),
            same.stream().mapToInt(Map.Entry::getValue).sum(),
            same.stream().map(title -> new Term(Fields.COMPLETION, title.getKey())).toList(), -1));
      });
      return entries;
    }

    /// Only labels that a query is recognised by.
    private void labels(int occupation, int count, Set<String> known, List<Entry> entries) {
      for (Language language : Language.values()) {
        for (String whole : taxonomy.labels(occupation, language)) {
          String label = oneGender(occupation, language, whole);
          String folded = fold(label);
          if (label.length() <= LONGEST_LABEL && isRecognised(occupation, language, label)
              && known.add(language + " " + folded)) {
            entries.add(new Entry(label, folded, language, count,
                List.of(new Term(Fields.SURE_OCCUPATION, taxonomy.uri(occupation))), occupation));
          }
        }
      }
    }

    /// Of `infirmier/infirmière` the first, where that is enough.
    private String oneGender(int occupation, Language language, String label) {
      int slash = label.indexOf('/');
      String first = slash < 0 ? label : label.substring(0, slash).strip();
      return isRecognised(occupation, language, first) ? first : label;
    }

    private boolean isRecognised(int occupation, Language language, String label) {
      return recognizer.occupations(language, label)
          .stream()
          .map(ConceptTag::concept)
          .anyMatch(concept -> concept == occupation);
    }
  }
}
