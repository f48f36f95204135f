package org.metier.potential;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.audit.ModelArchive;

/// Asks another model about what an audit log sealed when people were scored: a challenger on the very facts that the
/// champion saw. Not thread-safe.
public final class Rescoring {
  private final ModelArchive archive;
  private final PotentialModel model;
  private final @Nullable Specification own;
  private final Map<String, Scorer> scorers = new HashMap<>();

  private Rescoring(ModelArchive archive, PotentialModel model, @Nullable Specification own) {
    this.archive = archive;
    this.model = model;
    this.own = own;
  }

  /// @param archive of the log, which keeps specifications too
  /// @param model the challenger
  /// @param specification under which the challenger was trained; null for the one under which people were scored
  public static Rescoring of(ModelArchive archive, PotentialModel model,
      @Nullable Specification specification) {
    return new Rescoring(archive, model, specification);
  }

  /// The chance that the model would have said.
  ///
  /// @param inputs as [AssessmentRecorder] recorded them
  /// @return empty where the model abstains, or its specification does not understand a value
  /// @throws PotentialException if the specification is no longer kept, or the model is another's
  public OptionalDouble chance(String inputs) {
    AssessmentInputs read = AssessmentInputs.parse(inputs);
    Scorer scorer = scorers.computeIfAbsent(
        read.specification() + " " + read.leastCoverage() + " " + read.mostBands(),
        key -> scorer(read));
    Set<String> known = scorer.specification()
        .features()
        .stream()
        .map(Field::name)
        .collect(Collectors.toSet());
    Map<String, String> values = new HashMap<>(read.values());
    values.keySet().retainAll(known);
    Facts facts;
    try {
      facts = Facts.of(scorer.specification(), values);
    } catch (PotentialException e) {
      return OptionalDouble.empty(); // counted by the caller as not scored
    }
    return switch (scorer.assess(facts)) {
      case Assessment.Scored scored -> OptionalDouble.of(scored.score().chance());
      case Assessment.Abstained abstained -> OptionalDouble.empty();
    };
  }

  private Scorer scorer(AssessmentInputs read) {
    return Scorer.builder(model, own == null ? archived(read.specification()) : own)
        .leastCoverage(read.leastCoverage())
        .mostBands(read.mostBands())
        .build();
  }

  private Specification archived(String hash) {
    return Specification.parse(hash,
        new String(archive.find(hash)
            .orElseThrow(() -> new PotentialException("the specification " + hash
                + ", under which people were scored, is no longer kept in audit/models of the"
                + " home; restore it from a copy")),
            StandardCharsets.UTF_8));
  }
}
