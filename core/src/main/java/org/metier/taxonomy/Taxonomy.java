package org.metier.taxonomy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.encoder.EncoderProgress;
import org.metier.encoder.LabelEncoder;
import org.metier.home.Home;
import org.metier.text.Language;

/// Occupations, skills, ISCO-08 and skill groups, with labels per language and relations.
///
/// Concepts are named by URI outside and by number inside: a number, 0 to `size() - 1`, is stable
/// within one compiled taxonomy only, and is never stored.
///
/// Immutable and safe for any number of threads. Arrays that are returned belong to the caller.
/// Labels are decoded at each call; keep what is needed often.
public final class Taxonomy {
  private final TaxonomyData data;
  private final Affinity affinity;
  private final @Nullable LabelEncoder encoder;

  private Taxonomy(TaxonomyData data) {
    this(data, new Affinity(data), null);
  }

  private Taxonomy(TaxonomyData data, Affinity affinity, @Nullable LabelEncoder encoder) {
    this.data = data;
    this.affinity = affinity;
    this.encoder = encoder;
  }

  /// The taxonomy of a home with its encoder, or else the sample. An encoder of another taxonomy, as an
  /// interrupted import may leave it, is not used.
  ///
  /// @throws TaxonomyException if the imported one is damaged or of a newer release
  /// @throws org.metier.encoder.EncoderException if the encoder is
  public static Taxonomy of(Home home) {
    if (!Files.exists(home.taxonomyFile())) {
      return sample();
    }
    Taxonomy taxonomy = open(home.taxonomyFile());
    if (!Files.exists(home.encoderFile())) {
      return taxonomy;
    }
    LabelEncoder encoder = LabelEncoder.read(home.encoderFile());
    return encoder.taxonomyId().equals(taxonomy.id()) ? taxonomy.with(encoder) : taxonomy;
  }

  /// Opens a compiled taxonomy; costs one read of the file and no decoding of texts.
  ///
  /// @throws TaxonomyException if the file is missing, damaged or of a newer release
  public static Taxonomy open(Path file) {
    return new Taxonomy(TaxonomyFile.open(file));
  }

  /// The sample that ships with Metier: about 190 occupations and 530 skills in five languages.
  public static Taxonomy sample() {
    return Sample.TAXONOMY;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Writes the compiled taxonomy: the file holds the old one or the new one, never a part.
  ///
  /// @throws TaxonomyException if the file cannot be written
  public void save(Path file) {
    TaxonomyFile.save(data.file(), file);
  }

  /// Names this taxonomy's content: equal content has equal ids, on every machine.
  public String id() {
    return data.id();
  }

  /// What tells how near a text is to a label in meaning, across languages.
  ///
  /// @return empty for the sample, for a taxonomy in memory, and for a home that was imported without one
  public Optional<LabelEncoder> encoder() {
    return Optional.ofNullable(encoder);
  }

  /// The same concepts with another encoder, which may have learnt from other labels.
  public Taxonomy with(LabelEncoder other) {
    return new Taxonomy(data, affinity, other);
  }

  /// The same concepts with an encoder that learnt from their labels; without one when there are too few of
  /// them. Takes a minute or two for ESCO in five languages.
  public Taxonomy withTrainedEncoder(EncoderProgress progress) {
    return EncoderTexts.train(this, progress).map(this::with).orElseGet(this::withoutEncoder);
  }

  /// The same concepts with an encoder that learnt from their labels, however few: it knows these texts and hardly
  /// any other, which is enough where all texts are made of labels, as in a simulated market.
  public Taxonomy withEncoderOfLabels() {
    return with(EncoderTexts.trainOnFew(this, EncoderProgress.SILENT));
  }

  /// The same concepts, as of a home that was imported without an encoder.
  public Taxonomy withoutEncoder() {
    return new Taxonomy(data, affinity, null);
  }

  /// The number of concepts.
  public int size() {
    return data.size();
  }

  /// Finds a concept in time logarithmic in [#size()].
  ///
  /// @return empty when no concept has this URI
  public OptionalInt find(String uri) {
    int concept = data.uris().find(uri);
    return concept < 0 ? OptionalInt.empty() : OptionalInt.of(concept);
  }

  public String uri(int concept) {
    return data.uris().text(concept);
  }

  public ConceptKind kind(int concept) {
    return TaxonomyFormat.kind(data.flags()[concept]);
  }

  /// All concepts of a kind, in ascending order.
  public int[] concepts(ConceptKind kind) {
    return IntStream.range(0, size()).filter(c -> kind(c) == kind).toArray();
  }

  /// The concept's code: of an ISCO group its 1 to 4 digits, of an occupation the 4 digits of its unit
  /// group, of a skill group its own code; empty for a skill.
  public String code(int concept) {
    return data.codes().text(concept);
  }

  /// How widely a skill is useful.
  ///
  /// @return null for what is not a skill, or when the taxonomy does not say
  public @Nullable ReuseLevel reuseLevel(int concept) {
    return TaxonomyFormat.reuse(data.flags()[concept]);
  }

  /// Whether a skill is knowledge rather than a competence.
  public boolean isKnowledge(int concept) {
    return TaxonomyFormat.isKnowledge(data.flags()[concept]);
  }

  /// Whether access to an occupation is regulated by law.
  public boolean isRegulated(int concept) {
    return TaxonomyFormat.isRegulated(data.flags()[concept]);
  }

  /// What to call a concept in a language: its preferred label there, else in English, else in the
  /// first language that has one, else its code or URI.
  public String label(int concept, Language language) {
    String own = preferred(concept, language);
    if (own != null) {
      return own;
    }
    for (Language other : Language.values()) {
      String label = preferred(concept, other);
      if (label != null) {
        return label;
      }
    }
    String code = code(concept);
    return code.isEmpty() ? uri(concept) : code;
  }

  private @Nullable String preferred(int concept, Language language) {
    TaxonomyData.Labels labels = data.labels(language);
    return labels == null || labels.start()[concept] == labels.start()[concept + 1]
        ? null
        : labels.texts().text(labels.start()[concept]);
  }

  /// The labels of a concept in one language, the preferred one first; empty when it has none there.
  public List<String> labels(int concept, Language language) {
    TaxonomyData.Labels labels = data.labels(language);
    if (labels == null) {
      return List.of();
    }
    List<String> own = new ArrayList<>();
    for (int i = labels.start()[concept]; i < labels.start()[concept + 1]; i++) {
      own.add(labels.texts().text(i));
    }
    return Collections.unmodifiableList(own);
  }

  /// How many labels a concept has in one language.
  public int labelCount(int concept, Language language) {
    TaxonomyData.Labels labels = data.labels(language);
    return labels == null ? 0 : labels.start()[concept + 1] - labels.start()[concept];
  }

  /// One label of a concept.
  ///
  /// @param rank its place in [#labels(int, Language)], from 0
  /// @throws IndexOutOfBoundsException if the concept has no label of that rank
  public String label(int concept, Language language, int rank) {
    TaxonomyData.Labels labels = data.labels(language);
    Objects.checkIndex(rank, labelCount(concept, language));
    return Objects.requireNonNull(labels).texts().text(labels.start()[concept] + rank);
  }

  /// Shows every label of one language, by ascending concept and rank.
  ///
  /// @param kind the concepts whose labels to show
  public void forEachLabel(ConceptKind kind, Language language, LabelVisitor visitor) {
    TaxonomyData.Labels labels = data.labels(language);
    if (labels == null) {
      return;
    }
    for (int c = 0; c < size(); c++) {
      if (kind(c) == kind) {
        for (int i = labels.start()[c]; i < labels.start()[c + 1]; i++) {
          visitor.label(c, i - labels.start()[c], labels.texts().text(i));
        }
      }
    }
  }

  /// How many labels a language has, over all concepts.
  public int labelCount(Language language) {
    TaxonomyData.Labels labels = data.labels(language);
    return labels == null ? 0 : labels.start()[size()];
  }

  /// The groups directly above a concept; for an occupation its unit group, or a broader occupation.
  public int[] broader(int concept) {
    return data.broader().of(concept);
  }

  /// The concepts directly below.
  public int[] narrower(int concept) {
    return data.narrower().of(concept);
  }

  /// Everything above a concept, each once, nearest first: for an occupation broader occupations, unit
  /// group, minor, sub-major and major group.
  public int[] ancestors(int concept) {
    return affinity.ancestors(concept);
  }

  /// How far two occupations or ISCO groups lie apart in ISCO-08.
  ///
  /// @return 0 for the same concept, 1 when they share the unit group, 2 the minor group, 3 the
  ///     sub-major group, 4 the major group, 5 when they share none or a code is unknown
  public int iscoDistance(int a, int b) {
    return affinity.iscoDistance(a, b);
  }

  /// How much a skill tells about who has it: `ln(1 + N / (1 + n))` for `n` of `N` occupations that use
  /// it. Above 0; near 0.7 for a skill that every occupation uses.
  public double rarity(int skill) {
    return affinity.rarity(skill);
  }

  /// How alike two occupations are by their skills: the weighted Jaccard index, where a skill weighs
  /// its [#rarity(int)] if essential and half of it if optional. Who compares one with many, asks
  /// [#skillOverlaps].
  ///
  /// @return 0 to 1; 0 when neither has skills
  public double skillOverlap(int occupationA, int occupationB) {
    return skillOverlaps(occupationA).with(occupationB);
  }

  /// How alike one occupation is to any number of others.
  public SkillOverlaps skillOverlaps(int occupation) {
    return affinity.overlaps(occupation);
  }

  /// Skills that an occupation cannot do without.
  public int[] essentialSkills(int occupation) {
    return data.essential().of(occupation);
  }

  /// Skills that help in an occupation, and are not essential to it.
  public int[] optionalSkills(int occupation) {
    return data.optional().of(occupation);
  }

  /// Occupations to which a skill is essential or optional.
  public int[] occupationsUsing(int skill) {
    return data.usedBy().of(skill);
  }

  /// @param name what to call it in messages
  static Taxonomy read(String name, byte[] file) {
    return new Taxonomy(new TaxonomyReader(name, file).read());
  }

  /// A new taxonomy, and what became of the relations between its drafts.
  record Compiled(Taxonomy taxonomy, int relations, int droppedRelations) {}

  /// @param drafts those whose kind is unknown are left out, with their relations
  static Compiled compile(Collection<Draft> drafts) {
    TaxonomyWriter writer = new TaxonomyWriter(drafts);
    byte[] file = writer.compile();
    return new Compiled(read("a taxonomy in memory", file), writer.relations(),
        writer.droppedRelations());
  }

  /// Read once, when first asked for; immutable like every taxonomy.
  private static final class Sample {
    static final Taxonomy TAXONOMY = SampleTaxonomy.read();
  }

  /// Builds a taxonomy in memory. Not thread-safe. Concepts may be named in relations before they are
  /// added; relations to concepts that never come are dropped and counted.
  public static final class Builder {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private int droppedRelations;

    private Builder() {}

    /// Adds a concept, or completes it when the URI is known.
    public Builder concept(String uri, ConceptKind kind, String code) {
      Draft draft = draft(uri);
      draft.kind = kind;
      if (!code.isEmpty()) {
        draft.code = code;
      }
      return this;
    }

    public Builder skill(String uri, boolean isKnowledge, @Nullable ReuseLevel reuseLevel) {
      Draft draft = draft(uri);
      draft.kind = ConceptKind.SKILL;
      draft.knowledge |= isKnowledge;
      draft.reuse = reuseLevel == null ? draft.reuse : reuseLevel;
      return this;
    }

    public Builder regulated(String occupationUri) {
      draft(occupationUri).regulated = true;
      return this;
    }

    /// Adds labels; the first label ever added in a language is its preferred one.
    public Builder labels(String uri, Language language, List<String> labels) {
      Draft draft = draft(uri);
      labels.forEach(label -> draft.label(language, label));
      return this;
    }

    public Builder broader(String uri, String broaderUri) {
      draft(uri).broader.add(broaderUri);
      return this;
    }

    public Builder essential(String occupationUri, String skillUri) {
      draft(occupationUri).essential.add(skillUri);
      return this;
    }

    /// Adds an optional skill; one that is essential too counts as essential.
    public Builder optional(String occupationUri, String skillUri) {
      draft(occupationUri).optional.add(skillUri);
      return this;
    }

    /// Relations left out by [#build], because one of their ends was never added.
    public int droppedRelations() {
      return droppedRelations;
    }

    public Taxonomy build() {
      Compiled compiled = compile(drafts.values());
      droppedRelations = compiled.droppedRelations();
      return compiled.taxonomy();
    }

    private Draft draft(String uri) {
      return drafts.computeIfAbsent(uri, Draft::new);
    }
  }
}
