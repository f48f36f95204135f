package org.metier.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metier.link.ConceptTagger;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.taxonomy.ConceptKind;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Finding labels in 200 texts, about 1.3 MB, by three automata over the same memoised stems: ours, a
/// Lucene FST walk, and the Aho-Corasick automaton of hankcs.
///
/// A score is the time for all texts, cutting into words and stemming included. The words are made up
/// and follow Zipf's law, so that the ratio between the three is what counts; on real labels, of which
/// more begin with the same frequent words, all three are slower.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class TaggerBenchmark {
  @Param({"20000", "100000"})
  int labels;

  private List<String> texts = List.of();
  private Taggers taggers = Taggers.over(LabelledText.seeded(1, 1));

  private record Taggers(ConceptTagger ours, FstTagger fst, DoubleArrayTagger doubleArray) {
    static Taggers over(LabelledText made) {
      TextAnalyzer analyzer = TextAnalyzer.create();
      Map<String, Integer> stems = new HashMap<>();
      for (List<String> label : made.labels()) {
        stems.put(String.join(" ",
            label.stream().map(word -> analyzer.term(Language.EN, word)).toList()), stems.size());
      }
      return new Taggers(ConceptTagger.over(made.taxonomy(), ConceptKind.SKILL, analyzer),
          new FstTagger(Language.EN, stems), new DoubleArrayTagger(Language.EN, stems));
    }
  }

  @Setup
  public void build() throws IOException {
    LabelledText made = LabelledText.seeded(42, labels);
    texts = made.texts();
    taggers = Taggers.over(made);
    requireSameTags();
  }

  private void requireSameTags() throws IOException {
    int tags = 0;
    for (String text : texts) {
      List<String> expected = new ArrayList<>();
      List<String> byFst = new ArrayList<>();
      List<String> byDoubleArray = new ArrayList<>();
      taggers.ours.forEachTag(Language.EN, text, into(expected));
      taggers.fst.forEachTag(text, into(byFst));
      taggers.doubleArray.forEachTag(text, into(byDoubleArray));
      if (!expected.equals(byFst) || !expected.equals(byDoubleArray)) {
        throw new IllegalStateException("the taggers disagree about " + text);
      }
      tags += expected.size();
    }
    if (tags < texts.size()) {
      throw new IllegalStateException("only " + tags + " tags in " + texts.size() + " texts");
    }
  }

  private static TagConsumer into(List<String> tags) {
    return (concept, start, end) -> tags.add(concept + " " + start + " " + end);
  }

  @Benchmark
  public long metier() {
    Checksum sum = new Checksum();
    for (String text : texts) {
      taggers.ours.forEachTag(Language.EN, text, sum);
    }
    return sum.value;
  }

  @Benchmark
  public long luceneFstWalk() throws IOException {
    Checksum sum = new Checksum();
    for (String text : texts) {
      taggers.fst.forEachTag(text, sum);
    }
    return sum.value;
  }

  @Benchmark
  public long hankcsDoubleArrayTrie() {
    Checksum sum = new Checksum();
    for (String text : texts) {
      taggers.doubleArray.forEachTag(text, sum);
    }
    return sum.value;
  }

  private static final class Checksum implements TagConsumer {
    private long value;

    @Override
    public void accept(int concept, int start, int end) {
      value = value * 31 + concept + start + end;
    }
  }
}
