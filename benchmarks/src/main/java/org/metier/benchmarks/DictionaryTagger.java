package org.metier.benchmarks;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.namefind.DictionaryNameFinder;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringList;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.text.Language;

/// Peer of the tagger: OpenNLP's dictionary name finder over the same stems. It takes the longest label at a
/// word and goes on behind it, so that now and then it prefers the first of two that overlap where ours prefers
/// the longer. Not thread-safe.
final class DictionaryTagger implements LabelTagger {
  private final DictionaryNameFinder finder;
  private final Map<String, Integer> labels;
  private final StemmedText words;

  /// @param labels numbers of labels by their stems, joined by spaces
  DictionaryTagger(Language language, Map<String, Integer> labels) {
    words = new StemmedText(language);
    this.labels = Map.copyOf(labels);
    Dictionary dictionary = new Dictionary(true);
    labels.keySet().forEach(label -> dictionary.put(new StringList(label.split(" "))));
    finder = new DictionaryNameFinder(dictionary);
  }

  @Override
  public void forEachTag(String text, TagConsumer consumer) {
    words.read(text);
    String[] terms = new String[words.size()];
    Arrays.setAll(terms, words::term);
    for (Span span : finder.find(terms)) {
      String label = String.join(" ",
          Arrays.asList(terms).subList(span.getStart(), span.getEnd()));
      Integer number = labels.get(label);
      if (number == null) {
        throw new IllegalStateException("the dictionary holds no label \"" + label + "\"");
      }
      consumer.accept(number, words.start(span.getStart()), words.end(span.getEnd() - 1));
    }
  }
}
