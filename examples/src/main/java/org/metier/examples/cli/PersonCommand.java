package org.metier.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.erasure.Erased;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.rights.Held;
import org.metier.rights.Kept;
import org.metier.rights.Letter;
import org.metier.rights.PersonErased;
import org.metier.rights.PersonRights;
import org.metier.rights.Purged;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Groups the commands that answer what a person asks.
@Command(name = "person", mixinStandardHelpOptions = true, description = "Answer a person: what is held on them, its erasure, their disagreement, how long it is kept.", subcommands = {
  PersonCommand.Export.class, PersonCommand.Erase.class, PersonCommand.Disagree.class,
  PersonCommand.Retention.class, PersonCommand.Purge.class})
final class PersonCommand extends Group {
  private static PersonRights rights(Home home, Taxonomy taxonomy) {
    return PersonRights.of(home, taxonomy, TextAnalyzer.create(), Clock.systemUTC(), List.of());
  }

  /// Hands out all that is held.
  @Command(name = "export", mixinStandardHelpOptions = true, description = "Hand out all that is held on a person: as a letter, and as JSON.")
  static final class Export implements Callable<Integer> {
    @Parameters(paramLabel = "PERSON", description = "the id that the portal gave them")
    private String person = "";
    @Option(names = "--out", paramLabel = "FOLDER", description = "write letter.txt and held.json there; without it the letter is printed, or with --json the JSON")
    private @Nullable Path out;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private LanguageOption wording = new LanguageOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
      Home opened = home.open();
      Taxonomy taxonomy = Taxonomy.of(opened);
      Held held = rights(opened, taxonomy).export(person);
      String letter = Letter.in(wording.language(), taxonomy).of(held);
      if (out != null) {
        Files.createDirectories(out);
        Files.writeString(out.resolve("letter.txt"), letter, StandardCharsets.UTF_8);
        Files.writeString(out.resolve("held.json"), Json.writePretty(held) + "\n");
        output.out().println("letter.txt and held.json are in " + out);
      } else if (output.isJson()) {
        output.json(held);
      } else {
        output.out().print(letter);
        output.out().flush();
      }
      return 0;
    }
  }

  /// Erases a person.
  @Command(name = "erase", mixinStandardHelpOptions = true, description = "Erase a person from every file of the home, with a receipt and the models that were trained with their data.")
  static final class Erase implements Callable<Integer> {
    @Parameters(paramLabel = "PERSON", description = "the id that the portal gave them")
    private String person = "";
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Home opened = home.open();
      PersonErased receipt = rights(opened, Taxonomy.of(opened)).erase(person);
      if (output.isJson()) {
        output.json(receipt);
        return 0;
      }
      Erased erased = receipt.home();
      output.out()
          .printf("Erased at %s; SHA-256 of the id %s%n", erased.erasedAt(),
              erased.keySha256());
      erased.parts()
          .forEach(part -> output.out()
              .printf("  %-10s %d%n", part.store().name().toLowerCase(Locale.ROOT),
                  part.erased()));
      erased.models()
          .forEach(model -> output.out()
              .printf("  trained with their data, and unchanged: %s model %s of %s%n",
                  model.part(), model.model(), model.trainedAt()));
      output.out()
          .println("Copies of the home and of its keys are not reached; destroy them, or erase"
              + " there too");
      return 0;
    }
  }

  /// Writes a disagreement down.
  @Command(name = "disagree", mixinStandardHelpOptions = true, description = "Write down that a person disagrees, in their own words; it is shown beside the score from then on.")
  static final class Disagree implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PERSON", description = "the id that the portal gave them")
    private String person = "";
    @Option(names = "--question", paramLabel = "CODE", required = true, description = "what they disagree with: the question of a score, such as potential-26w, or ranking")
    private String question = "";
    @Option(names = "--text", paramLabel = "TEXT", required = true, description = "what they say")
    private String text = "";
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Home opened = home.open();
      rights(opened, Taxonomy.of(opened)).disagree(person, question, text);
      output.out().println("Written down; it is shown beside " + question + " from now on");
      return 0;
    }
  }

  /// Says how long what is kept.
  @Command(name = "retention", mixinStandardHelpOptions = true, description = "Say what is held on a person, since when, until when, and which setting says so.")
  static final class Retention implements Callable<Integer> {
    @Parameters(paramLabel = "PERSON", description = "the id that the portal gave them")
    private String person = "";
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Home opened = home.open();
      List<Kept> kept = rights(opened, Taxonomy.of(opened)).retention(person);
      if (output.isJson()) {
        output.json(kept);
      } else if (kept.isEmpty()) {
        output.out().println("Nothing is held");
      } else {
        kept.forEach(one -> output.out()
            .printf("%-12s since %-26s until %-26s %s%n", one.what(),
                one.since() == null ? "unknown" : one.since(),
                one.until() == null ? "they ask for erasure" : one.until(), one.setBy()));
      }
      return 0;
    }
  }

  /// Deletes what is due.
  @Command(name = "purge", mixinStandardHelpOptions = true, description = "Delete what is due of everybody: stored profiles, what was said of scores, segments of the audit log.")
  static final class Purge implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Home opened = home.open();
      Purged purged = rights(opened, Taxonomy.of(opened)).purge();
      if (output.isJson()) {
        output.json(purged);
      } else {
        output.out()
            .printf("Deleted %d profiles, %d cases and %d segments of the audit log%n",
                purged.profiles(), purged.cases(), purged.log().segments());
      }
      return 0;
    }
  }
}
