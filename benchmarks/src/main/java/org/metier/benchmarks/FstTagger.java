package org.metier.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.text.Language;

/// Peer of the tagger: walks a Lucene FST over the characters of the same stems, from each word on.
/// Not thread-safe.
final class FstTagger implements LabelTagger {
  private final FST<Long> fst;
  private final FST.BytesReader reader;
  private final StemmedText words;
  private final FST.Arc<Long> arc = new FST.Arc<>();

  /// @param labels numbers of labels by their stems, joined by spaces
  FstTagger(Language language, Map<String, Integer> labels) {
    words = new StemmedText(language);
    try {
      fst = compile(labels);
    } catch (IOException e) {
      throw new UncheckedIOException("an FST in memory reads nothing from outside", e);
    }
    reader = fst.getBytesReader();
  }

  private static FST<Long> compile(Map<String, Integer> labels) throws IOException {
    FSTCompiler<Long> compiler = new FSTCompiler.Builder<>(FST.INPUT_TYPE.BYTE2,
        PositiveIntOutputs.getSingleton()).build();
    SortedMap<String, Integer> sorted = new TreeMap<>(labels);
    for (Map.Entry<String, Integer> label : sorted.entrySet()) {
      IntsRefBuilder key = new IntsRefBuilder();
      label.getKey().chars().forEach(key::append);
      compiler.add(key.get(), Long.valueOf(label.getValue() + 1));
    }
    return FST.fromFSTReader(compiler.compile(), compiler.getFSTReader());
  }

  @Override
  public void forEachTag(String text, TagConsumer consumer) throws IOException {
    words.read(text);
    LabelWalk walk = new LabelWalk(consumer);
    for (int first = 0; first < words.size(); first++) {
      long output = 0;
      int label = -1;
      int last = first;
      fst.getFirstArc(arc);
      for (int word = first; word < words.size(); word++) {
        long added = word == first ? 0 : follow(" ");
        long more = added < 0 ? added : follow(words.term(word));
        if (more < 0) {
          break;
        }
        output += added + more;
        if (arc.isFinal()) {
          label = (int) (output + arc.nextFinalOutput() - 1);
          last = word;
        }
      }
      if (label >= 0) {
        walk.match(label, first, last, words.start(first), words.end(last));
      }
    }
    walk.release();
  }

  /// @return the output on the way, or -1 when there is no way
  private long follow(String characters) throws IOException {
    long output = 0;
    for (int at = 0; at < characters.length(); at++) {
      if (fst.findTargetArc(characters.charAt(at), arc, arc, reader) == null) {
        return -1;
      }
      output += arc.output();
    }
    return output;
  }
}
