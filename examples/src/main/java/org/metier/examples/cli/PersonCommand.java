package org.metier.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.erasure.Erased;
import org.metier.json.Json;
import org.metier.oversight.CaseId;
import org.metier.rights.Held;
import org.metier.rights.Kept;
import org.metier.rights.Letter;
import org.metier.rights.PersonErased;
import org.metier.rights.Purged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Groups the commands that answer what a person asks.
@Command(name = "person", mixinStandardHelpOptions = true, description = "Answer a person: what is held on them, its erasure, their disagreement, how long it is kept.", subcommands = {
  PersonCommand.Export.class, PersonCommand.Erase.class, PersonCommand.Disagree.class,
  PersonCommand.Retention.class, PersonCommand.Purge.class})
final class PersonCommand extends Group {
  /// Hands out all that is held.
  @Command(name = "export", mixinStandardHelpOptions = true, description = "Hand out all that is held on a person: as a letter, and as JSON.")
  static final class Export implements Callable<Integer> {
    @Mixin
    private PersonOptions asked = new PersonOptions();
    @Option(names = "--out", paramLabel = "FOLDER", description = "write letter.txt and held.json there; without it the letter is printed, or with --json the JSON")
    private @Nullable Path out;
    @Mixin
    private LanguageOption wording = new LanguageOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
      PersonOptions.Opened opened = asked.open();
      Held held = opened.rights().export(asked.person());
      String letter = Letter.in(wording.language(), opened.taxonomy()).of(held);
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
    @Mixin
    private PersonOptions asked = new PersonOptions();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      PersonErased receipt = asked.open().rights().erase(asked.person());
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
              .printf("  %3d %s%n", part.erased(), words(part.store())));
      receipt.others()
          .forEach((store, count) -> output.out().printf("  %3d of %s%n", count, store));
      erased.models()
          .forEach(model -> output.out()
              .printf("  trained with their data, and unchanged: %s model %s of %s%n",
                  model.part(), model.model(), model.trainedAt()));
      if (erased.erased() == 0) {
        output.out()
            .println("Nothing was held under this id; make sure that it is the one that the portal"
                + " gave them");
      }
      output.out()
          .println("Copies of the home and of its keys are not reached; destroy them, or erase"
              + " there too");
      return 0;
    }
  }

  private static String words(Erased.Store store) {
    return switch (store) {
      case VACANCIES -> "vacancies";
      case PROFILES -> "stored profiles";
      case ALERTS -> "saved alerts, with what was delivered to them";
      case OVERSIGHT -> "cases of what staff and they said";
      case TRAINED -> "lists of those whose data trained a model";
      case KEY -> "keys, without which nobody can tell or open their entries in the audit log";
    };
  }

  /// Writes a disagreement down.
  @Command(name = "disagree", mixinStandardHelpOptions = true, description = "Write down that a person disagrees, in their own words; it is shown beside the score from then on.")
  static final class Disagree implements Callable<Integer> {
    @Mixin
    private PersonOptions asked = new PersonOptions();
    @Option(names = "--question", paramLabel = "CODE", required = true, description = "what they disagree with: the question of a score, such as potential-26w, or ranking")
    private String question = "";
    @Option(names = "--text", paramLabel = "TEXT", required = true, description = "what they say")
    private String text = "";
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      asked.open().rights().disagree(asked.person(), question, text);
      output.out()
          .println("Written down; it is shown from now on beside "
              + (question.equals(CaseId.ofRankings(asked.person()).question())
                  ? "every ranking of vacancies for this person"
                  : "the score " + question + " of this person"));
      return 0;
    }
  }

  /// Says how long what is kept.
  @Command(name = "retention", mixinStandardHelpOptions = true, description = "Say what is held on a person, since when, until when, and which setting says so.")
  static final class Retention implements Callable<Integer> {
    @Mixin
    private PersonOptions asked = new PersonOptions();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      List<Kept> kept = asked.open().rights().retention(asked.person());
      if (output.isJson()) {
        output.json(kept);
      } else if (kept.isEmpty()) {
        output.out().println("Nothing is held");
      } else {
        kept.forEach(one -> output.out()
            .printf("%-12s since %-10s until %-20s  %s%n", one.what(),
                one.since() == null ? "unknown" : day(one.since()),
                one.until() == null ? "they ask for erasure" : day(one.until()), one.setBy()));
      }
      return 0;
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// Deletes what is due.
  @Command(name = "purge", mixinStandardHelpOptions = true, description = "Delete what is due of everybody: stored profiles, alerts, what was said of scores, segments of the audit log, and keys of persons of whom nothing is left.")
  static final class Purge implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Purged purged = PersonOptions.Opened.of(home.open()).rights().purge();
      if (output.isJson()) {
        output.json(purged);
      } else {
        output.out()
            .printf(
                "Deleted %d profiles, %d alerts, %d cases, %d segments of the audit log, and %d"
                    + " keys of persons of whom nothing is left%n",
                purged.profiles(), purged.alerts(), purged.cases(), purged.log().segments(),
                purged.keys());
      }
      return 0;
    }
  }
}
