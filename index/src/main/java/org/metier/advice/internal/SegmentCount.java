package org.metier.advice.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.Fields;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// What [ReachCount] counts in one segment. A vacancy lies in one segment, and its skills come in the order of
/// their URIs whatever the segment, so that sums of rarities are the same however the index was merged.
final class SegmentCount {
  private static final int UNIT_GROUP_DIGITS = 4;

  private final LeafReader reader;
  private final FixedBitSet reached;
  private final FixedBitSet wanted;
  private final Lines lines;
  private final Map<Integer, SkillTally> skills = new HashMap<>();

  /// What the vacancies in line ask for, vacancy by vacancy.
  private static final class Lines {
    /// By document its place below, from 1; 0 for what is not in line.
    private final int[] place;
    private final int[] asked;
    private final int[] lacking;
    private final double[] lackingRarity;
    private final double[] rarest;
    private final int[] rarestSkill;

    Lines(FixedBitSet lined) {
      place = new int[lined.length()];
      int size = 0;
      for (int doc = next(lined, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(lined,
          doc + 1)) {
        place[doc] = ++size;
      }
      asked = new int[size + 1];
      lacking = new int[size + 1];
      lackingRarity = new double[size + 1];
      rarest = new double[size + 1];
      rarestSkill = new int[size + 1];
    }

    private static int next(FixedBitSet bits, int from) {
      return from >= bits.length() ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(from);
    }

    void lacks(int at, int skill, double rarity) {
      lacking[at]++;
      lackingRarity[at] += rarity;
      if (rarity > rarest[at]) {
        rarest[at] = rarity;
        rarestSkill[at] = skill;
      }
    }

    int size() {
      return asked.length - 1;
    }
  }

  private SegmentCount(LeafReader reader, FixedBitSet reached, FixedBitSet wanted,
      FixedBitSet lined) {
    this.reader = reader;
    this.reached = reached;
    this.wanted = wanted;
    lines = new Lines(lined);
  }

  static SegmentCount of(LeafReaderContext leaf, Weight reached, Weight lined,
      @Nullable String wanted, IntPredicate isHad, Taxonomy taxonomy) throws IOException {
    LeafReader reader = leaf.reader();
    FixedBitSet inReach = bits(leaf, reached);
    FixedBitSet ofWanted = wanted == null
        ? new FixedBitSet(reader.maxDoc())
        : coded(reader, wanted, inReach);
    SegmentCount count = new SegmentCount(reader, inReach, ofWanted, bits(leaf, lined));
    count.countSkills(isHad, taxonomy);
    return count;
  }

  private static FixedBitSet coded(LeafReader reader, String occupation, FixedBitSet inReach)
      throws IOException {
    FixedBitSet found = new FixedBitSet(reader.maxDoc());
    PostingsEnum docs = reader.postings(new Term(Fields.SURE_OCCUPATION, occupation),
        PostingsEnum.NONE);
    if (docs != null) {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (inReach.get(doc)) {
          found.set(doc);
        }
      }
    }
    return found;
  }

  /// None of them deleted, since what is open is not.
  private static FixedBitSet bits(LeafReaderContext leaf, Weight weight) throws IOException {
    FixedBitSet found = new FixedBitSet(leaf.reader().maxDoc());
    Scorer scorer = weight.scorer(leaf);
    if (scorer != null) {
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        found.set(doc);
      }
    }
    return found;
  }

  private void countSkills(IntPredicate isHad, Taxonomy taxonomy) throws IOException {
    TermsEnum terms = Terms.getTerms(reader, Fields.ESSENTIAL_SKILL).iterator();
    PostingsEnum docs = null;
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      OptionalInt found = taxonomy.find(term.utf8ToString());
      if (found.isEmpty() || taxonomy.kind(found.getAsInt()) != ConceptKind.SKILL) {
        continue;
      }
      int skill = found.getAsInt();
      boolean isMissing = !isHad.test(skill);
      double rarity = taxonomy.rarity(skill);
      int inLine = 0;
      int byWanted = 0;
      docs = terms.postings(docs, PostingsEnum.NONE);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        byWanted += wanted.get(doc) ? 1 : 0;
        int at = lines.place[doc];
        if (at > 0) {
          inLine++;
          lines.asked[at]++;
          if (isMissing) {
            lines.lacks(at, skill, rarity);
          }
        }
      }
      if (inLine + byWanted > 0) {
        add(skill, new SkillTally(0, 0, byWanted, inLine));
      }
    }
    for (int at = 1; at <= lines.size(); at++) {
      if (lines.lacking[at] == 1) {
        add(lines.rarestSkill[at], new SkillTally(1, 0, 0, 0));
      } else if (lines.lacking[at] > 1 && 2 * lines.rarest[at] > lines.lackingRarity[at]) {
        add(lines.rarestSkill[at], new SkillTally(0, 1, 0, 0));
      }
    }
  }

  private void add(int skill, SkillTally tally) {
    skills.merge(skill, tally, SkillTally::plus);
  }

  void addTo(ReachCount.Gathering sums) throws IOException {
    sums.inReach += reached.cardinality();
    sums.wanted += wanted.cardinality();
    sums.inLine += lines.size();
    for (int at = 1; at <= lines.size(); at++) {
      if (lines.asked[at] == 0) {
        sums.silent++;
      } else if (lines.lacking[at] == 0) {
        sums.met++;
      } else {
        sums.lacking++;
      }
    }
    skills.forEach((skill, tally) -> sums.skills.merge(skill, tally, SkillTally::plus));
    countTerms(Fields.SURE_OCCUPATION, _ -> true, sums.occupations);
    countTerms(Fields.ISCO, term -> term.length == UNIT_GROUP_DIGITS, sums.unitGroups);
  }

  private void countTerms(String field, Predicate<BytesRef> filter, Map<String, Integer> into)
      throws IOException {
    TermsEnum terms = Terms.getTerms(reader, field).iterator();
    PostingsEnum docs = null;
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      if (!filter.test(term)) {
        continue;
      }
      int count = 0;
      docs = terms.postings(docs, PostingsEnum.NONE);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        count += reached.get(doc) ? 1 : 0;
      }
      if (count > 0) {
        into.merge(term.utf8ToString(), count, Integer::sum);
      }
    }
  }
}
