package org.metier.training.command;

import java.io.PrintWriter;
import org.metier.training.potential.Groups;
import org.metier.training.potential.ReadReport;

/// What the commands on spells say on standard error about rows and groups that are not in the figures, so that none is
/// left out in silence.
final class PotentialNotes {
  private PotentialNotes() {}

  static void leftOut(PrintWriter err, ReadReport report) {
    if (!report.leftOut().isEmpty()) {
      err.println(report.leftOut());
      report.problems().forEach(problem -> err.println("  refused " + problem));
      err.flush();
    }
  }

  static void gaps(PrintWriter err, Groups groups) {
    groups.gaps().forEach(gap -> err.println("groups: " + gap));
    err.flush();
  }
}
