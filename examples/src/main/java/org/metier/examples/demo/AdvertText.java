package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.examples.demo.Advert.Block;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// Words a vacancy's description from its facts. Labels stand in lists only, where no grammar can break.
final class AdvertText {
  private final Phrases phrases;
  private final Dice dice;

  AdvertText(Phrases phrases, Dice dice) {
    this.phrases = phrases;
    this.dice = dice;
  }

  /// @param occupation name of the occupation
  /// @param sector key of the employer's sector
  List<Block> blocks(Advert advert, String occupation, String sector, Parts parts) {
    Map<String, String> values = new TreeMap<>(Map.of("employer", advert.employer(), "town",
        advert.town().name(), "where", advert.town().where(), "title", occupation, "sector",
        dice.one(phrases.variants("sector." + sector))));
    List<Block> blocks = new ArrayList<>();
    blocks.add(paragraph(introduction(values)));
    section(blocks, "tasks", parts.tasks(), values);
    section(blocks, "required", requirements(advert, parts.required()), values);
    section(blocks, "nice", parts.nice(), values);
    section(blocks, "offer", offer(advert), values);
    blocks.add(paragraph(phrases.sentence("closing", dice, values)));
    return blocks;
  }

  /// Labels by the place they take in the description.
  record Parts(List<String> tasks, List<String> required, List<String> nice) {}

  private String introduction(Map<String, String> values) {
    StringBuilder text = new StringBuilder(phrases.sentence("intro", dice, values));
    if (dice.percent(75)) {
      text.append(' ').append(phrases.sentence("about", dice, values));
    }
    return text.append(' ').append(phrases.sentence("need", dice, values)).toString();
  }

  private void section(List<Block> blocks, String kind, List<String> items,
      Map<String, String> values) {
    if (items.isEmpty()) {
      return;
    }
    String heading = phrases.sentence(kind, dice, values);
    boolean isRunning = heading.endsWith(":") && kind.equals("nice") && dice.percent(50);
    blocks.add(isRunning
        ? paragraph(heading + " " + String.join(phrases.text("separator"), items) + ".")
        : new Block(heading, items));
  }

  private List<String> requirements(Advert advert, List<String> labels) {
    List<String> items = new ArrayList<>(labels);
    int years = advert.experienceYears();
    if (years > 0) {
      items.add(phrases.sentence("experience", dice,
          Map.of("years", phrases.text("years." + years))));
    } else {
      items.add(phrases.sentence("beginner", dice, Map.of()));
    }
    EducationLevel education = advert.education();
    if (education != null) {
      items.add(phrases.sentence("education", dice,
          Map.of("education", dice.one(phrases.choices("educationname." + education)))));
    }
    Advert.Tongue tongue = advert.tongue();
    if (tongue != null) {
      items.add(phrases.sentence("language." + tongue.importance(), dice,
          Map.of("language", tongue.name(), "level", tongue.level().name())));
    }
    if (advert.licence() != null) {
      String licence = advert.licence().name();
      boolean isTrailer = licence.length() > 1 && licence.endsWith("E");
      items.add(phrases.sentence("licence", dice, Map.of("licence",
          isTrailer && advert.language() == Language.PL
              ? licence.substring(0, licence.length() - 1) + "+E"
              : licence)));
    }
    return items;
  }

  private List<String> offer(Advert advert) {
    List<String> items = new ArrayList<>();
    String contract = phrases.filled(phrases.text("contractname." + advert.contract()),
        Map.of("months", String.valueOf(advert.months())));
    items.add(Labels.capital(phrases.sentence("contract", dice,
        Map.of("contract", contract, "hours", String.valueOf(advert.hoursPerWeek())))));
    Salary salary = advert.salary();
    if (salary != null) {
      items.add(phrases.sentence("pay", dice,
          Map.of("min", phrases.amount(salary.min()), "max", phrases.amount(salary.max()),
              "currency", phrases.text("currency." + salary.currency().getCurrencyCode()),
              "period", phrases.text("period." + salary.period()))));
    }
    if (advert.remote() == RemoteWork.HYBRID) {
      items.add(phrases.sentence("remote", dice, Map.of()));
    }
    items.addAll(dice.some(phrases.variants("perk"), dice.between(1, 3)));
    return items;
  }

  private static Block paragraph(String text) {
    return new Block(text, List.of());
  }
}
