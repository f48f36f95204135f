package org.metier.examples.cli;

import java.time.Clock;
import java.util.List;
import org.metier.home.Home;
import org.metier.rights.PersonRights;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every command about one person takes: whom, in which home, and how it is printed.
final class PersonOptions {
  @Parameters(index = "0", paramLabel = "PERSON", description = "the id that the portal gave them")
  private String person = "";
  @Mixin
  private HomeOption home = new HomeOption();

  String person() {
    return person;
  }

  /// The home, with its taxonomy and what a person may ask of it.
  Opened open() {
    return Opened.of(home.open());
  }

  /// A home opened to answer people.
  record Opened(Home home, Taxonomy taxonomy, PersonRights rights) {
    static Opened of(Home home) {
      Taxonomy taxonomy = Taxonomy.of(home);
      return new Opened(home, taxonomy, PersonRights.of(home, taxonomy, TextAnalyzer.create(),
          Clock.systemUTC(), List.of()));
    }
  }
}
