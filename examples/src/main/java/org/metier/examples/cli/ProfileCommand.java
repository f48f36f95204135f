package org.metier.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.metier.home.Home;
import org.metier.index.ProfileStore;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.profiling.ProfiledCv;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "profile", mixinStandardHelpOptions = true, description = "Read a CV and show its competence profile.")
final class ProfileCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CV", description = "PDF, DOCX, ODT, RTF, text, Europass XML or JSON, JSON Resume")
  private Path cv = Path.of("");
  @Option(names = "--id", paramLabel = "PSEUDONYM", description = "names the profile; never a person's name (default: ${DEFAULT-VALUE})", defaultValue = "cv")
  private String id = "cv";
  @Option(names = "--store", description = "keep the profile in the home, so that vacancies can be matched to it; see erase")
  private boolean store;
  @Option(names = "--blind", description = "show the CV's text too, with marks such as [name] for what tells who the person is and no gender, for who judges blind")
  private boolean blind;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private LanguageOption wording = new LanguageOption();
  @Mixin
  private Output output = new Output();

  /// What `--blind --json` prints.
  ///
  /// @param text what the evidence of the profile points into
  private record BlindView(CompetenceProfile profile, String text) {}

  @Override
  public Integer call() {
    Home opened = home.open();
    Taxonomy taxonomy = Taxonomy.of(opened);
    try (Profiler profiler = Profiler.builder(opened, taxonomy).build()) {
      ProfiledCv read = profiler.read(cv, id, Wishes.NONE);
      if (store) {
        try (ProfileStore profiles = ProfileStore.open(opened)) {
          profiles.put(read.profile());
        }
      }
      if (output.isJson()) {
        output.json(blind ? new BlindView(read.profile(), read.text()) : read.profile());
      } else {
        output.out().println("Profile of " + cv);
        new ProfilePrinter(taxonomy, wording.language(), output.out()).print(read.profile());
        read.warnings().forEach(warning -> output.out().println("  note        " + warning));
        read.hidden()
            .forEach(hidden -> output.out()
                .println("  hidden      text that no reader of the page sees, "
                    + hidden.length() + " characters; not used"));
        if (blind) {
          output.out().println();
          output.out().println(read.text());
        }
      }
    }
    return 0;
  }
}
