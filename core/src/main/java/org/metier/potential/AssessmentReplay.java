package org.metier.potential;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.metier.audit.AuditException;
import org.metier.audit.ModelArchive;
import org.metier.audit.Recomputation;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// Computes assessments again that an [AssessmentRecorder] recorded, from what was known, the model and the specification
/// as the log keeps them. What is in service now plays no part. Not thread-safe; reads each model once.
public final class AssessmentReplay implements Recomputation {
  static final String QUESTION = "potential-";

  private final ModelArchive archive;
  private final Map<String, Scorer> scorers = new HashMap<>();

  private AssessmentReplay(ModelArchive archive) {
    this.archive = archive;
  }

  /// @param archive of the log, which keeps specifications too
  public static AssessmentReplay of(ModelArchive archive) {
    return new AssessmentReplay(archive);
  }

  /// Whether a question of the log is one that this answers.
  public static boolean isAnswering(String question) {
    return question.matches(QUESTION + "[0-9]+w");
  }

  /// @throws AuditException if the specification is no longer kept, or it cannot be used; the message says which and where
  @Override
  public String result(String inputs, byte[] model) {
    try {
      return computed(AssessmentInputs.parse(inputs), model);
    } catch (PotentialException e) {
      throw new AuditException(String.valueOf(e.getMessage()), e);
    }
  }

  private String computed(AssessmentInputs read, byte[] model) {
    Scorer scorer = scorers.computeIfAbsent(
        WholeFile.sha256(model) + " " + read.leastCoverage() + " " + read.mostBands(),
        hash -> scorer(read, hash, model));
    Facts facts = Facts.of(scorer.specification(), read.values());
    return switch (scorer.assess(facts)) {
      case Assessment.Scored scored -> AssessmentRecorder.result(scored);
      case Assessment.Abstained abstained -> WholeFile.sha256(
          Json.write(abstained).getBytes(StandardCharsets.UTF_8));
    };
  }

  private Scorer scorer(AssessmentInputs inputs, String name, byte[] model) {
    byte[] specification = archive.find(inputs.specification())
        .orElseThrow(() -> new PotentialException("the specification " + inputs.specification()
            + ", under which a recorded score was made, is no longer kept in audit/models of the"
            + " home; restore it from a copy"));
    return Scorer
        .builder(PotentialFile.parse(Path.of(name), new String(model, StandardCharsets.UTF_8)),
            Specification.parse(inputs.specification(),
                new String(specification, StandardCharsets.UTF_8)))
        .leastCoverage(inputs.leastCoverage())
        .mostBands(inputs.mostBands())
        .build();
  }

  /// As the archive keeps it, under [Specification#sha256].
  static byte[] specificationBytes(Specification specification) {
    return specification.toCompactJson().getBytes(StandardCharsets.UTF_8);
  }
}
