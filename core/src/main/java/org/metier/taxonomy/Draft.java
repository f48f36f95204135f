package org.metier.taxonomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// A concept while a taxonomy is being built.
final class Draft {
  final String uri;
  @Nullable
  ConceptKind kind;
  String code = "";
  @Nullable
  ReuseLevel reuse;
  boolean knowledge;
  boolean regulated;
  final Map<Language, List<String>> labels = new EnumMap<>(Language.class);
  final Set<String> broader = new TreeSet<>();
  final Set<String> essential = new TreeSet<>();
  final Set<String> optional = new TreeSet<>();

  Draft(String uri) {
    this.uri = uri;
  }

  void label(Language language, String label) {
    String plain = label.strip();
    List<String> own = labels.computeIfAbsent(language, l -> new ArrayList<>());
    if (!plain.isEmpty() && !own.contains(plain)) {
      own.add(plain);
    }
  }
}
