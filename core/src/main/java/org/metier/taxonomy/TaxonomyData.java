package org.metier.taxonomy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// What a [Taxonomy] holds in memory.
record TaxonomyData(String id, List<String> uris, Map<String, Integer> conceptOfUri,
    List<ConceptKind> kinds, List<String> codes, List<@Nullable ReuseLevel> reuseLevels,
    List<Boolean> knowledge, List<Boolean> regulated,
    Map<Language, Map<Integer, List<String>>> labels,
    List<int[]> broader, List<int[]> narrower, List<int[]> essential, List<int[]> optional,
    List<int[]> usedBy) {

  record Assembly(TaxonomyData data, int droppedRelations) {}

  static Assembly assemble(List<Taxonomy.Builder.Draft> drafts) {
    Map<String, Integer> number = new HashMap<>();
    List<String> uris = new ArrayList<>();
    for (Taxonomy.Builder.Draft draft : drafts) {
      number.put(draft.uri, uris.size());
      uris.add(draft.uri);
    }
    int[] dropped = {0};
    List<ConceptKind> kinds = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    List<@Nullable ReuseLevel> reuse = new ArrayList<>();
    List<Boolean> knowledge = new ArrayList<>();
    List<Boolean> regulated = new ArrayList<>();
    Map<Language, Map<Integer, List<String>>> labels = new EnumMap<>(Language.class);
    List<int[]> broader = new ArrayList<>();
    List<int[]> essential = new ArrayList<>();
    List<int[]> optional = new ArrayList<>();
    StringBuilder content = new StringBuilder();
    for (int c = 0; c < drafts.size(); c++) {
      Taxonomy.Builder.Draft draft = drafts.get(c);
      int concept = c;
      kinds.add(Objects.requireNonNull(draft.kind));
      codes.add(draft.code);
      reuse.add(draft.reuse);
      knowledge.add(draft.knowledge);
      regulated.add(draft.regulated);
      draft.labels.forEach((language, own) -> labels.computeIfAbsent(language, l -> new HashMap<>())
          .put(concept, List.copyOf(own)));
      broader.add(numbers(draft.broader, number, dropped));
      essential.add(numbers(draft.essential, number, dropped));
      optional.add(numbers(draft.optional, number, dropped));
      content.append(draft.uri)
          .append(draft.kind)
          .append(draft.code)
          .append(draft.labels)
          .append(draft.broader)
          .append(draft.essential)
          .append(draft.optional)
          .append('\n');
    }
    int size = uris.size();
    List<int[]> usedBy = inverse(size, List.of(essential, optional));
    List<int[]> narrower = inverse(size, List.of(broader));
    TaxonomyData data = new TaxonomyData(sha256(content), uris, number, kinds, codes, reuse,
        knowledge,
        regulated, labels, broader, narrower, essential, optional, usedBy);
    return new Assembly(data, dropped[0]);
  }

  private static int[] numbers(Collection<String> uris, Map<String, Integer> number,
      int[] dropped) {
    TreeSet<Integer> found = new TreeSet<>();
    for (String uri : uris) {
      Integer concept = number.get(uri);
      if (concept == null) {
        dropped[0]++;
      } else {
        found.add(concept);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<int[]> inverse(int size, List<List<int[]>> relations) {
    List<TreeSet<Integer>> sets = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      sets.add(new TreeSet<>());
    }
    for (List<int[]> relation : relations) {
      for (int from = 0; from < size; from++) {
        for (int to : relation.get(from)) {
          sets.get(to).add(from);
        }
      }
    }
    return sets.stream().map(s -> s.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  private static String sha256(CharSequence content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
