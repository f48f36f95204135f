package org.metier.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// Occupations, skills, ISCO-08 and skill groups, with labels per language and relations.
///
/// Concepts are named by URI outside and by number inside: a number, 0 to `size() - 1`, is stable
/// within one compiled taxonomy only, and is never stored.
///
/// Immutable and safe for any number of threads. Arrays that are returned belong to the caller.
public final class Taxonomy {
  private final TaxonomyData data;

  Taxonomy(TaxonomyData data) {
    this.data = data;
  }

  /// Names this taxonomy's content: equal content has equal ids, on every machine.
  public String id() {
    return data.id();
  }

  /// The number of concepts.
  public int size() {
    return data.uris().size();
  }

  /// @return empty when no concept has this URI
  public OptionalInt find(String uri) {
    Integer concept = data.conceptOfUri().get(uri);
    return concept == null ? OptionalInt.empty() : OptionalInt.of(concept);
  }

  public String uri(int concept) {
    return data.uris().get(concept);
  }

  public ConceptKind kind(int concept) {
    return data.kinds().get(concept);
  }

  /// All concepts of a kind, in ascending order.
  public int[] concepts(ConceptKind kind) {
    return IntStream.range(0, size()).filter(c -> kind(c) == kind).toArray();
  }

  /// The concept's code: of an ISCO group its 1 to 4 digits, of an occupation the 4 digits of its unit
  /// group, of a skill group its own code; empty for a skill.
  public String code(int concept) {
    return data.codes().get(concept);
  }

  /// How widely a skill is useful.
  ///
  /// @return null for what is not a skill, or when the taxonomy does not say
  public @Nullable ReuseLevel reuseLevel(int concept) {
    return data.reuseLevels().get(concept);
  }

  /// Whether a skill is knowledge rather than a competence.
  public boolean isKnowledge(int concept) {
    return data.knowledge().get(concept);
  }

  /// Whether access to an occupation is regulated by law.
  public boolean isRegulated(int concept) {
    return data.regulated().get(concept);
  }

  /// What to call a concept in a language: its preferred label there, else in English, else in the
  /// first language that has one, else its code or URI.
  public String label(int concept, Language language) {
    List<String> own = labels(concept, language);
    if (!own.isEmpty()) {
      return own.getFirst();
    }
    for (Language other : Language.values()) {
      List<String> labels = labels(concept, other);
      if (!labels.isEmpty()) {
        return labels.getFirst();
      }
    }
    String code = code(concept);
    return code.isEmpty() ? uri(concept) : code;
  }

  /// The labels of a concept in one language, the preferred one first; empty when it has none there.
  public List<String> labels(int concept, Language language) {
    return data.labels().getOrDefault(language, Map.of()).getOrDefault(concept, List.of());
  }

  /// The groups directly above a concept; for an occupation its unit group, or a broader occupation.
  public int[] broader(int concept) {
    return data.broader().get(concept).clone();
  }

  /// The concepts directly below.
  public int[] narrower(int concept) {
    return data.narrower().get(concept).clone();
  }

  /// Skills that an occupation cannot do without.
  public int[] essentialSkills(int occupation) {
    return data.essential().get(occupation).clone();
  }

  /// Skills that help in an occupation.
  public int[] optionalSkills(int occupation) {
    return data.optional().get(occupation).clone();
  }

  /// Occupations to which a skill is essential or optional.
  public int[] occupationsUsing(int skill) {
    return data.usedBy().get(skill).clone();
  }

  /// The taxonomy of a home: the imported one, or else the sample.
  public static Taxonomy of(org.metier.home.Home home) {
    return sample();
  }

  /// The sample that ships with Metier: about 135 occupations and 420 skills in five languages.
  public static Taxonomy sample() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Builds a taxonomy in memory. Not thread-safe. Concepts may be named in relations before they are
  /// added; relations to concepts that never come are dropped and counted.
  public static final class Builder {
    private final Map<String, Draft> drafts = new java.util.LinkedHashMap<>();
    private int droppedRelations;

    private Builder() {}

    /// Adds a concept, or completes it when the URI is known.
    public Builder concept(String uri, ConceptKind kind, String code) {
      Draft draft = drafts.computeIfAbsent(uri, Draft::new);
      draft.kind = kind;
      if (!code.isEmpty()) {
        draft.code = code;
      }
      return this;
    }

    public Builder skill(String uri, boolean isKnowledge, @Nullable ReuseLevel reuseLevel) {
      Draft draft = drafts.computeIfAbsent(uri, Draft::new);
      draft.kind = ConceptKind.SKILL;
      draft.knowledge |= isKnowledge;
      draft.reuse = reuseLevel == null ? draft.reuse : reuseLevel;
      return this;
    }

    public Builder regulated(String occupationUri) {
      drafts.computeIfAbsent(occupationUri, Draft::new).regulated = true;
      return this;
    }

    /// Adds labels; the first label ever added in a language is its preferred one.
    public Builder labels(String uri, Language language, List<String> labels) {
      List<String> own = drafts.computeIfAbsent(uri, Draft::new).labels.computeIfAbsent(language,
          l -> new ArrayList<>());
      for (String label : labels) {
        String plain = label.strip();
        if (!plain.isEmpty() && !own.contains(plain)) {
          own.add(plain);
        }
      }
      return this;
    }

    public Builder broader(String uri, String broaderUri) {
      drafts.computeIfAbsent(uri, Draft::new).broader.add(broaderUri);
      return this;
    }

    public Builder essential(String occupationUri, String skillUri) {
      drafts.computeIfAbsent(occupationUri, Draft::new).essential.add(skillUri);
      return this;
    }

    public Builder optional(String occupationUri, String skillUri) {
      drafts.computeIfAbsent(occupationUri, Draft::new).optional.add(skillUri);
      return this;
    }

    /// Relations left out by [#build], because one of their ends was never added.
    public int droppedRelations() {
      return droppedRelations;
    }

    public Taxonomy build() {
      List<Draft> concepts = new ArrayList<>();
      drafts.values()
          .stream()
          .filter(d -> d.kind != null)
          .sorted(java.util.Comparator.comparing(d -> d.uri))
          .forEach(concepts::add);
      TaxonomyData.Assembly assembly = TaxonomyData.assemble(concepts);
      droppedRelations = assembly.droppedRelations();
      return new Taxonomy(assembly.data());
    }

    static final class Draft {
      final String uri;
      @Nullable
      ConceptKind kind;
      String code = "";
      @Nullable
      ReuseLevel reuse;
      boolean knowledge;
      boolean regulated;
      final Map<Language, List<String>> labels = new java.util.EnumMap<>(Language.class);
      final java.util.Set<String> broader = new java.util.TreeSet<>();
      final java.util.Set<String> essential = new java.util.TreeSet<>();
      final java.util.Set<String> optional = new java.util.TreeSet<>();

      Draft(String uri) {
        this.uri = uri;
      }
    }
  }
}
