package org.metier.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.link.ConceptTagger;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/// Finding labels of skills in 200 English texts, about 1.3 MB: ours, and its peers over the same labels.
///
/// A score is the time for all texts. Ours and all peers but `HANKCS_RAW` cut the text into the same words,
/// bring each to the same normal form and remember it; that counts for all of them. `HANKCS_RAW` looks for
/// labels as they are written. Each run ends with a line of megabytes by a second of processor time, which
/// other programs on the machine hardly change, how many places each finds, and the share of ours among them:
/// ours also has rules for labels that would match by accident, so that it finds fewer places than peers do.
///
/// With `labels=MADE` 100,000 labels and the texts are made up, no rule applies, and whatever finds other tags
/// than ours is refused. With `labels=TAXONOMY` the labels are those of the home that the system property
/// `metier.home` names, such as all of ESCO, or else of the sample, and the texts are written with them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class TaggerBenchmark {
  @Param
  Labels labels = Labels.TAXONOMY;

  @Param
  Peer peer = Peer.METIER;

  private final ProcessorTime time = new ProcessorTime();
  private @Nullable Task task;

  /// Where labels and texts come from.
  public enum Labels {
    MADE, TAXONOMY
  }

  /// Who finds them.
  public enum Peer {
    METIER, HANKCS_STEMS, HANKCS_RAW, AHOCORASICK_STEMS, LUCENE_FST_STEMS, OPENNLP_STEMS;

    LabelTagger over(LabelText text) {
      return switch (this) {
        case METIER -> {
          ConceptTagger tagger = ConceptTagger.over(text.taxonomy(), ConceptKind.SKILL,
              TextAnalyzer.create());
          yield (one, consumer) -> tagger.forEachTag(Language.EN, one, consumer);
        }
        case HANKCS_STEMS -> new DoubleArrayTagger(Language.EN, text.stems());
        case HANKCS_RAW -> new RawDoubleArrayTagger(text.raw());
        case AHOCORASICK_STEMS -> new AhoCorasickTagger(Language.EN, text.stems());
        case LUCENE_FST_STEMS -> new FstTagger(Language.EN, text.stems());
        case OPENNLP_STEMS -> new DictionaryTagger(Language.EN, text.stems());
      };
    }

    /// How many of our places it must find at least: raw labels miss inflected ones, and OpenNLP's finder
    /// prefers the first of two that overlap.
    double leastShare(Labels labels) {
      return switch (this) {
        case METIER, HANKCS_STEMS, AHOCORASICK_STEMS, LUCENE_FST_STEMS ->
          labels == Labels.MADE ? 1 : 0.95;
        case OPENNLP_STEMS -> 0.9;
        case HANKCS_RAW -> 0.3;
      };
    }
  }

  /// @param megabytes of all texts in UTF-8
  private record Task(LabelTagger tagger, List<String> texts, double megabytes) {}

  @Setup
  public void build() throws IOException {
    LabelText text = switch (labels) {
      case MADE -> LabelText.madeUp();
      case TAXONOMY -> LabelText.of(taxonomy());
    };
    LabelTagger tagger = peer.over(text);
    requireComparable(text, tagger);
    double bytes = text.texts()
        .stream()
        .mapToInt(one -> one.getBytes(StandardCharsets.UTF_8).length)
        .sum();
    task = new Task(tagger, text.texts(), bytes / 1e6);
  }

  private static Taxonomy taxonomy() {
    String home = System.getProperty("metier.home", "");
    return home.isBlank() ? Taxonomy.sample() : Taxonomy.of(Home.open(Path.of(home)));
  }

  private void requireComparable(LabelText text, LabelTagger tagger) throws IOException {
    LabelTagger ours = Peer.METIER.over(text);
    int both = 0;
    int ofOurs = 0;
    int found = 0;
    for (String one : text.texts()) {
      Set<Long> expected = places(ours, one);
      Set<Long> given = places(tagger, one);
      ofOurs += expected.size();
      found += given.size();
      expected.retainAll(given);
      both += expected.size();
    }
    System.out.printf(Locale.ROOT,
        "# %d labels; %s finds %d places, among them %d of the %d that METIER finds%n",
        text.stems().size(), peer, found, both, ofOurs);
    boolean isExact = peer.leastShare(labels) == 1;
    if (ofOurs < text.texts().size() || both < peer.leastShare(labels) * ofOurs
        || (isExact && found != ofOurs)) {
      throw new IllegalStateException(peer + " and METIER find too different places to compare");
    }
  }

  private static Set<Long> places(LabelTagger tagger, String text) throws IOException {
    Set<Long> places = new HashSet<>();
    tagger.forEachTag(text, (_, start, end) -> places.add((long) start << Integer.SIZE | end));
    return places;
  }

  @Benchmark
  public long tag() throws IOException {
    Task given = Objects.requireNonNull(task);
    Checksum sum = new Checksum();
    time.start();
    for (String text : given.texts()) {
      given.tagger().forEachTag(text, sum);
    }
    time.stop(given.megabytes());
    return sum.value;
  }

  @TearDown(Level.Iteration)
  public void printRate() {
    System.out.printf(Locale.ROOT, "(%.2f MB/s CPU) ", time.iteration());
  }

  @TearDown
  public void printMedian(BenchmarkParams params) {
    System.out.printf(Locale.ROOT, "# %s %s: %.2f MB by a second of processor time (median)%n",
        labels, peer, time.median(params.getMeasurement().getCount()));
  }

  private static final class Checksum implements TagConsumer {
    private long value;

    @Override
    public void accept(int concept, int start, int end) {
      value = value * 31 + concept + start + end;
    }
  }
}
