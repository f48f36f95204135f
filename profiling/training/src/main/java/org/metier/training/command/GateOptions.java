package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.json.Json;
import org.metier.match.model.RankerModel;
import org.metier.training.TrainingDataException;
import org.metier.training.judgment.PeopleGroups;
import org.metier.training.promotion.HeldOutPeople;
import org.metier.training.promotion.PromotionBounds;
import org.metier.training.promotion.PromotionReport;
import org.metier.training.ranker.TrainedRanker;
import org.metier.vacancy.Vacancy;
import picocli.CommandLine.Option;

/// What a candidate is held against, and where the report goes.
final class GateOptions {
  /// Exit code when the gate refuses a model.
  static final int REFUSED = 2;

  @Option(names = "--bounds", paramLabel = "FILE", description = "bounds that a model must keep to, JSON (default: those in the module's README)")
  private @Nullable Path bounds;

  @Option(names = "--groups", paramLabel = "FILE", description = "groups of people, CSV such as person,sex,age; read by the gate alone, never a feature")
  private @Nullable Path groups;

  @Option(names = "--report", paramLabel = "FILE", description = "write the comparison with the model in service, the gate's verdict and the flip report here, as JSON")
  private @Nullable Path report;

  @Option(names = "--force", paramLabel = "REASON", description = "with --install: put the model into service although the gate refuses it; the reason is kept in its card")
  private @Nullable String force;

  boolean isReportAskedFor() {
    return report != null;
  }

  PromotionReport hold(RankerModel candidate, RankerModel inService, HeldOutPeople heldOut,
      Collection<Vacancy> vacancies) throws IOException {
    PromotionReport held = PromotionReport.of(candidate, inService, heldOut, vacancies,
        groups == null ? PeopleGroups.NONE : PeopleGroups.read(groups),
        bounds == null ? PromotionBounds.DEFAULT : PromotionBounds.read(bounds));
    if (report != null) {
      Files.writeString(report, Json.writePretty(held) + "\n");
    }
    return held;
  }

  /// Puts a model into service if the gate let it pass, or if somebody says why it is to serve all the same.
  ///
  /// @param from the model's file
  /// @return exit code
  int install(Screen screen, PromotionReport report, TrainedRanker ranker, Home home, Path from) {
    String reason = force == null ? null : force.strip();
    if (reason != null && reason.isEmpty()) {
      throw new TrainingDataException("--force wants a reason, which is kept in the model's card");
    }
    if (!report.isPassed() && reason == null) {
      screen.note("not installed: " + from);
      return REFUSED;
    }
    if (report.isPassed() || reason == null) {
      ranker.install(home);
    } else {
      ranker.despite(report.gate(), reason).install(home);
      screen.note("the gate refused it; put into service all the same: " + reason);
    }
    screen.installed(home.model(LearnedPart.RANKER));
    return 0;
  }
}
