package org.metier.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.coding.learned.OccupationModel;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.match.model.RankerModel;
import org.metier.potential.PotentialModel;
import org.metier.section.SectionModelFile;
import org.metier.skill.SpanModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "models", mixinStandardHelpOptions = true, description = "Show which model of each learned part is in service, or go back to the one before.")
final class ModelsCommand implements Callable<Integer> {
  @Option(names = "--back", paramLabel = "PART", description = "put the model into service that was before: ${COMPLETION-CANDIDATES}; twice changes nothing")
  private @Nullable LearnedPart back;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  /// What `--json` prints of a part.
  ///
  /// @param inService hash of the installed model; null where what ships with Metier serves
  /// @param before hash of the installed model before; null where what ships with Metier, or nothing, was
  private record Served(LearnedPart part, @Nullable String inService, @Nullable String before,
      boolean hasWayBack) {}

  @Override
  public Integer call() {
    Home opened = home.open();
    if (back != null) {
      LearnedPart part = back;
      opened.model(part).back(file -> sha256(part, file));
    }
    List<Served> parts = new ArrayList<>();
    for (LearnedPart part : back == null ? List.of(LearnedPart.values()) : List.of(back)) {
      ModelSlot slot = opened.model(part);
      parts.add(new Served(part, hash(part, slot.file()), hash(part, slot.previousFile()),
          slot.hasWayBack()));
    }
    if (output.isJson()) {
      output.json(parts);
    } else {
      print(parts);
    }
    return 0;
  }

  private void print(List<Served> parts) {
    output.out().printf("%-10s %-14s %s%n", "part", "in service", "before");
    for (Served part : parts) {
      output.out()
          .printf("%-10s %-14s %s%n", part.part.code(), name(part.part, part.inService),
              part.hasWayBack ? name(part.part, part.before) : "-");
    }
    if (back != null) {
      output.out().println(advice(back));
    }
  }

  private static String name(LearnedPart part, @Nullable String sha256) {
    if (sha256 != null) {
      return sha256.substring(0, 12);
    }
    return part == LearnedPart.CODER || part == LearnedPart.POTENTIAL ? "none" : "shipped";
  }

  /// What the change does not reach by itself.
  private static String advice(LearnedPart part) {
    return switch (part) {
      case RANKER -> "matches are ranked by it from now on; portals open the home again";
      case CODER -> "metier recode codes the vacancies anew with it";
      case TITLES, SKILLS, SPANS ->
        "metier recode codes the vacancies anew with it; profiles change when"
            + " their CVs are read again";
      case SECTIONS -> "profiles change when their CVs are read again";
      case POTENTIAL ->
        "people are scored by it from now on; scores that were made stay as they are";
    };
  }

  private static @Nullable String hash(LearnedPart part, Path file) {
    return Files.exists(file) ? sha256(part, file) : null;
  }

  /// Reads the file as what uses it does, so that one that cannot be used is refused.
  private static String sha256(LearnedPart part, Path file) {
    return switch (part) {
      case RANKER -> RankerModel.read(file).sha256();
      case CODER -> OccupationModel.read(file).sha256();
      case TITLES -> LinkModel.read(file, LinkTask.TITLES).sha256();
      case SKILLS -> LinkModel.read(file, LinkTask.SKILLS).sha256();
      case SPANS -> SpanModel.read(file).sha256();
      case SECTIONS -> SectionModelFile.sha256(SectionModelFile.read(file));
      case POTENTIAL -> PotentialModel.read(file).sha256();
    };
  }
}
