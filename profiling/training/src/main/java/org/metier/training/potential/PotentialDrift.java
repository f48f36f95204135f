package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.Drift;
import org.metier.potential.Field;
import org.metier.potential.PotentialModel;
import org.metier.potential.Specification;

/// How people who came later differ from those a model was made with, and how good its forecasts of them are.
///
/// @param fields what the model looks at, and the need that it says, each beside the baseline
/// @param quality on the later people, as far as it is known how they fared
public record PotentialDrift(List<Drift> fields, Quality quality) {
  public PotentialDrift {
    fields = List.copyOf(fields);
  }

  /// @param baseline of the run that made the model
  /// @param data spells of later people
  /// @param protectedFile null if protected columns are in the data
  /// @param id column that joins the two files
  /// @throws IllegalArgumentException if the baseline is another model's
  public static PotentialDrift of(Baseline baseline, PotentialModel model,
      Specification specification, Path data, @Nullable Path protectedFile, String id, long seed)
      throws IOException {
    if (!baseline.modelSha256().equals(model.sha256())) {
      throw new IllegalArgumentException("the baseline is of model " + baseline.modelSha256()
          + ", the model is " + model.sha256() + "; name the run that made it");
    }
    SpellTable table = SpellTable.read(data, specification);
    Groups groups = Groups.read(data, protectedFile, id, specification, table.lines());
    ModelCheck check = ModelCheck.of(model, table, groups, seed);
    List<Drift> fields = new ArrayList<>();
    for (Field field : specification.features()) {
      fields.add(Drift.of(baseline.field(field.name()),
          FieldProfiles.again(baseline.field(field.name()), table.spells(), field)));
    }
    double[] need = Arrays.stream(check.predictions().chances())
        .map(chance -> 1 - chance)
        .toArray();
    fields.add(Drift.of(baseline.field(FieldProfiles.NEED),
        baseline.field(FieldProfiles.NEED).again(need)));
    return new PotentialDrift(fields, check.all());
  }
}
