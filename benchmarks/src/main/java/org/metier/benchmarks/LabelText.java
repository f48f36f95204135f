package org.metier.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// English labels of skills, as the taggers look for them, and texts to look in.
///
/// @param stems number of the concept by the stems of a label, joined by spaces
/// @param raw number of the concept by a label in lower case
record LabelText(Taxonomy taxonomy, Map<String, Integer> stems, Map<String, Integer> raw,
    List<String> texts) {
  private static final Pattern QUALIFIER = Pattern.compile("\\s*\\([^()]*\\)$");

  LabelText {
    stems = Map.copyOf(stems);
    raw = Map.copyOf(raw);
    texts = List.copyOf(texts);
  }

  /// 100,000 labels and texts that are made up, words and all.
  static LabelText madeUp() {
    LabelledText made = LabelledText.seeded(42, 100_000);
    return over(made.taxonomy(), made.texts());
  }

  /// The labels of a taxonomy, and texts that are written with them.
  static LabelText of(Taxonomy taxonomy) {
    return over(taxonomy, WrittenText.seeded(42, taxonomy).texts());
  }

  /// As our tagger does, labels count without the qualifier in brackets that ends them, too.
  private static LabelText over(Taxonomy taxonomy, List<String> texts) {
    StemmedText words = new StemmedText(Language.EN);
    Map<String, Integer> stems = new HashMap<>();
    Map<String, Integer> raw = new HashMap<>();
    taxonomy.forEachLabel(ConceptKind.SKILL, Language.EN, (concept, _, label) -> {
      for (String form : List.of(label, QUALIFIER.matcher(label).replaceFirst(""))) {
        words.read(form);
        String joined = words.joined();
        if (!joined.isEmpty()) {
          stems.putIfAbsent(joined, concept);
          raw.putIfAbsent(form.toLowerCase(Locale.ROOT), concept);
        }
      }
    });
    return new LabelText(taxonomy, stems, raw, texts);
  }
}
