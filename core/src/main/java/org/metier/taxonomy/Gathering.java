package org.metier.taxonomy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// What CSV files say about concepts, put together so that the order of the files does not matter:
/// where they disagree, the lesser value wins; labels are sorted. Not thread-safe.
final class Gathering {
  /// ESCO's addresses of ISCO groups, before the digits.
  private static final String ISCO_GROUPS = "http://data.europa.eu/esco/isco/C";

  private final Map<String, Draft> drafts = new HashMap<>();
  private final Map<String, Map<Language, Ranked>> labels = new HashMap<>();

  /// The labels of one concept in one language. Hidden ones are what people type, often misspelt.
  private record Ranked(Set<String> preferred, Set<String> alternative, Set<String> hidden) {
    Ranked() {
      this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }
  }

  void concept(String uri, ConceptKind kind, String code) {
    Draft draft = draft(uri);
    draft.kind = lesser(draft.kind, kind);
    if (!code.isEmpty()) {
      draft.code = draft.code.isEmpty() || code.compareTo(draft.code) < 0 ? code : draft.code;
    }
  }

  void skill(String uri, boolean isKnowledge, @Nullable ReuseLevel reuse) {
    Draft draft = draft(uri);
    draft.knowledge |= isKnowledge;
    draft.reuse = reuse == null ? draft.reuse : lesser(draft.reuse, reuse);
  }

  void regulated(String uri) {
    draft(uri).regulated = true;
  }

  void labels(String uri, Language language, String preferred, List<String> alternative,
      List<String> hidden) {
    Ranked ranked = labels.computeIfAbsent(uri, u -> new EnumMap<>(Language.class))
        .computeIfAbsent(language, l -> new Ranked());
    if (!preferred.isEmpty()) {
      ranked.preferred.add(preferred);
    }
    ranked.alternative.addAll(alternative);
    ranked.hidden.addAll(hidden);
  }

  void broader(String uri, String broaderUri) {
    draft(uri).broader.add(broaderUri);
  }

  void essential(String occupationUri, String skillUri) {
    draft(occupationUri).essential.add(skillUri);
  }

  void optional(String occupationUri, String skillUri) {
    draft(occupationUri).optional.add(skillUri);
  }

  /// Everything gathered, with the ISCO groups that only codes name.
  Collection<Draft> finish() {
    completeIsco();
    for (Draft draft : drafts.values()) {
      labels.getOrDefault(draft.uri, Map.of())
          .forEach((language, ranked) -> Stream
              .of(ranked.preferred, ranked.alternative, ranked.hidden)
              .flatMap(Set::stream)
              .forEach(label -> draft.label(language, label)));
    }
    return drafts.values();
  }

  /// Puts an occupation without anything above it under the unit group of its code, and a group under
  /// the group of one digit less; groups that no file has are made, without labels.
  private void completeIsco() {
    Map<String, String> groupOfCode = new HashMap<>();
    drafts.values()
        .stream()
        .filter(d -> d.kind == ConceptKind.ISCO_GROUP && !d.code.isEmpty())
        .forEach(d -> groupOfCode.merge(d.code, d.uri, (a, b) -> lesser(a, b)));
    for (Draft draft : List.copyOf(drafts.values())) {
      if (draft.kind == ConceptKind.OCCUPATION && !draft.code.isEmpty()) {
        String group = group(draft.code, groupOfCode);
        if (draft.broader.isEmpty()) {
          draft.broader.add(group);
        }
      }
    }
    for (String code : List.copyOf(groupOfCode.keySet())) {
      for (String own = code; own.length() > 1; own = own.substring(0, own.length() - 1)) {
        Draft draft = draft(group(own, groupOfCode));
        if (draft.broader.isEmpty()) {
          draft.broader.add(group(own.substring(0, own.length() - 1), groupOfCode));
        }
      }
    }
  }

  private String group(String code, Map<String, String> groupOfCode) {
    return groupOfCode.computeIfAbsent(code, c -> {
      concept(ISCO_GROUPS + c, ConceptKind.ISCO_GROUP, c);
      return ISCO_GROUPS + c;
    });
  }

  private Draft draft(String uri) {
    return drafts.computeIfAbsent(uri, Draft::new);
  }

  private static <T extends Comparable<? super T>> T lesser(@Nullable T a, T b) {
    return a == null || b.compareTo(a) < 0 ? b : a;
  }
}
