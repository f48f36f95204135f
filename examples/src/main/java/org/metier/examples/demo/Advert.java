package org.metier.examples.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// An invented vacancy, before it is written in a partner's format.
///
/// @param isco the occupation's ISCO-08 code
/// @param blocks the description
/// @param skills labels of what is asked for
/// @param nice labels of what is welcome
/// @param months 0 for a permanent contract
/// @param salary null when the employer does not say
/// @param remote null when the employer does not say
record Advert(String key, Language language, String isco, String title, String employer, Town town,
    List<Block> blocks, List<String> skills, List<String> nice, int experienceYears,
    @Nullable EducationLevel education, @Nullable Tongue tongue,
    @Nullable DrivingLicence licence, Contract contract, int months, int hoursPerWeek,
    boolean isPartTime, @Nullable Salary salary, @Nullable RemoteWork remote, LocalDate posted,
    LocalDate deadline) {

  Advert {
    blocks = List.copyOf(blocks);
    skills = List.copyOf(skills);
    nice = List.copyOf(nice);
  }

  /// A language that is asked for.
  ///
  /// @param code ISO 639-1
  /// @param name in the language of the vacancy
  record Tongue(String code, String name, CefrLevel level, Importance importance) {}

  /// A paragraph, or a heading with items below it.
  record Block(String line, List<String> bullets) {
    Block {
      bullets = List.copyOf(bullets);
    }
  }

  /// The description in lines.
  ///
  /// @param bullet stands before every item, such as "- "
  String plainText(String bullet) {
    return blocks.stream()
        .map(b -> b.line() + b.bullets()
            .stream()
            .map(i -> "\n" + bullet + i)
            .collect(Collectors.joining()))
        .collect(Collectors.joining("\n\n"));
  }

  /// The description in HTML.
  String html() {
    return blocks.stream().map(Advert::html).collect(Collectors.joining("\n"));
  }

  private static String html(Block block) {
    String items = block.bullets()
        .stream()
        .map(i -> "<li>" + escaped(i) + "</li>")
        .collect(Collectors.joining());
    return items.isEmpty()
        ? "<p>" + escaped(block.line()) + "</p>"
        : "<h3>" + escaped(block.line()) + "</h3><ul>" + items + "</ul>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// The same vacancy with another description.
  Advert withBlocks(List<Block> other) {
    return new Advert(key, language, isco, title, employer, town, other, skills, nice,
        experienceYears, education, tongue, licence, contract, months, hoursPerWeek, isPartTime,
        salary, remote, posted, deadline);
  }

  /// The same vacancy under another partner's key.
  Advert withKey(String other) {
    return new Advert(other, language, isco, title, employer, town, blocks, skills, nice,
        experienceYears, education, tongue, licence, contract, months, hoursPerWeek, isPartTime,
        salary, remote, posted, deadline);
  }
}
