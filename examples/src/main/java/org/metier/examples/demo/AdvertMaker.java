package org.metier.examples.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.examples.demo.Advert.Tongue;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.ReuseLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// Invents vacancies of one language. The same dice give the same vacancies. Not thread-safe.
final class AdvertMaker {
  private static final List<CefrLevel> LEVELS = List.of(CefrLevel.B1, CefrLevel.B2, CefrLevel.B2,
      CefrLevel.C1);

  private final Taxonomy taxonomy;
  private final Language language;
  private final LocalDate today;
  private final Dice dice;
  private final Phrases phrases;
  private final Labels labels;
  private final AdvertText text;
  private final List<Town> towns;
  private final List<Demand> demands = Demand.all();
  private final List<PayBand> bands = PayBand.all();

  AdvertMaker(Taxonomy taxonomy, Language language, LocalDate today, Dice dice) {
    this.taxonomy = taxonomy;
    this.language = language;
    this.today = today;
    this.dice = dice;
    phrases = Phrases.of(language);
    labels = new Labels(taxonomy, language, phrases, dice);
    text = new AdvertText(phrases, dice);
    towns = Town.of(language);
  }

  /// A vacancy in the language's first town, where a person with a sample CV lives.
  Advert nearHome(int occupation, String key) {
    return make(occupation, towns.getFirst(), key);
  }

  Advert anywhere(int occupation, String key) {
    String sector = Demand.of(taxonomy.code(occupation), demands).sector();
    List<String> countries = phrases.choices("authorities");
    List<Town> possible = sector.equals("defence") || sector.equals("public")
        ? towns.stream().filter(t -> countries.contains(t.country())).toList()
        : towns;
    return make(occupation, dice.one(possible), key);
  }

  private Advert make(int occupation, Town town, String key) {
    String isco = taxonomy.code(occupation);
    Demand demand = Demand.of(isco, demands);
    String name = labels.occupation(occupation);
    Picked picked = pick(occupation);
    Contract contract = contract(isco);
    boolean isPartTime = dice.percent(15);
    int fullTime = fullTimeHours();
    LocalDate posted = today.minusDays(dice.between(1, 27));
    Advert facts = new Advert(key, language, isco, title(name, town),
        employer(demand.sector()), town, List.of(), picked.skills(), picked.parts().nice(),
        experienceYears(isco), demand.education(), tongue(demand), licence(demand), contract,
        contract == Contract.PERMANENT ? 0 : dice.one(List.of(6, 6, 12, 18)),
        isPartTime ? dice.one(List.of(20, 25, 28, 30)) : fullTime, isPartTime,
        salary(town, isco, fullTime), remote(demand), posted,
        posted.plusDays(dice.between(35, 60)));
    return facts.withBlocks(text.blocks(facts, name, demand.sector(), picked.parts()));
  }

  /// The skills of a vacancy, as wording and as a list.
  private record Picked(AdvertText.Parts parts, List<String> skills) {}

  private Picked pick(int occupation) {
    int[] essential = taxonomy.essentialSkills(occupation);
    List<Integer> abilities = Arrays.stream(essential).filter(this::isTask).boxed().toList();
    List<Integer> knowledge = Arrays.stream(essential).filter(s -> !isTask(s)).boxed().toList();
    List<Integer> drawn = dice.some(abilities, abilities.size());
    int tasks = Math.min(drawn.size(), dice.between(3, 5));
    int more = Math.min(drawn.size(), tasks + dice.between(1, 2));
    List<Integer> required = new ArrayList<>(dice.some(knowledge, dice.between(1, 3)));
    required.addAll(drawn.subList(tasks, more));
    List<Integer> optional = Arrays.stream(taxonomy.optionalSkills(occupation)).boxed().toList();
    List<String> taskLabels = drawn.subList(0, tasks).stream().map(labels::task).toList();
    List<String> requiredLabels = required.stream().map(labels::skill).toList();
    List<String> nice = dice.some(optional, dice.between(0, 3))
        .stream()
        .map(labels::skill)
        .toList();
    List<String> skills = new ArrayList<>(requiredLabels);
    skills.addAll(taskLabels.subList(0, Math.min(2, taskLabels.size())));
    return new Picked(new AdvertText.Parts(taskLabels, requiredLabels, nice), skills);
  }

  private boolean isTask(int skill) {
    return !taxonomy.isKnowledge(skill)
        && taxonomy.reuseLevel(skill) != ReuseLevel.TRANSVERSAL;
  }

  private String title(String occupation, Town town) {
    // The noisy variants come last and seldom.
    List<String> variants = phrases.variants("title");
    String template = dice.percent(3)
        ? variants.getLast()
        : dice.one(variants.subList(0, variants.size() - 1));
    String title = phrases.filled(template, Map.of("occupation", occupation, "town", town.name()));
    return dice.percent(3) ? title.toUpperCase(language.locale()) : title;
  }

  private String employer(String sector) {
    return phrases.filled(dice.one(phrases.choices("employer." + sector)),
        Map.of("name", dice.one(phrases.variants("name"))));
  }

  private Contract contract(String isco) {
    int draw = dice.between(1, 100);
    boolean isAgencyWork = "456789".indexOf(isco.charAt(0)) >= 0;
    return draw <= 62 || (draw > 87 && !isAgencyWork)
        ? Contract.PERMANENT
        : draw <= 87 ? Contract.FIXED_TERM : Contract.AGENCY;
  }

  private int fullTimeHours() {
    return dice.one(switch (language) {
      case FR -> List.of(35, 35, 35, 39);
      case PL -> List.of(40);
      case DE -> List.of(38, 39, 40, 40);
      case NL -> List.of(36, 38, 38, 40);
      case EN -> List.of(37, 38, 40);
    });
  }

  private int experienceYears(String isco) {
    return switch (isco.charAt(0)) {
      case '1' -> dice.one(List.of(3, 5, 5));
      case '2', '3' -> dice.one(List.of(0, 1, 2, 3, 5));
      case '9' -> dice.one(List.of(0, 0, 0, 1));
      default -> dice.one(List.of(0, 0, 1, 2, 3));
    };
  }

  private @Nullable Tongue tongue(Demand demand) {
    if (!dice.percent(demand.languagePercent())) {
      return null;
    }
    String code = dice.one(List.of(phrases.text("languages").split(",")));
    return new Tongue(code, phrases.text("languagename." + code), dice.one(LEVELS),
        dice.percent(55) ? Importance.REQUIRED : Importance.DESIRED);
  }

  private @Nullable DrivingLicence licence(Demand demand) {
    return dice.percent(demand.licencePercent()) ? demand.licence() : null;
  }

  private @Nullable Salary salary(Town town, String isco, int hoursPerWeek) {
    if (dice.percent(25)) {
      return null;
    }
    Salary.Period period = dice.one(switch (language) {
      case FR -> List.of(Salary.Period.MONTH, Salary.Period.MONTH, Salary.Period.YEAR,
          Salary.Period.HOUR);
      case PL, NL -> List.of(Salary.Period.MONTH, Salary.Period.MONTH, Salary.Period.MONTH,
          Salary.Period.HOUR);
      case DE -> List.of(Salary.Period.MONTH, Salary.Period.YEAR);
      case EN -> List.of(Salary.Period.YEAR, Salary.Period.YEAR, Salary.Period.HOUR);
    });
    return PayBand.of(town.country(), isco, bands).offer(period, hoursPerWeek, dice);
  }

  private @Nullable RemoteWork remote(Demand demand) {
    return dice.percent(demand.hybridPercent())
        ? RemoteWork.HYBRID
        : dice.percent(20) ? RemoteWork.ON_SITE : null;
  }

  /// The same vacancy with an e-mail address, which no reader of feeds may keep.
  Advert withContact(Advert advert) {
    List<Advert.Block> blocks = new ArrayList<>(advert.blocks());
    blocks.add(new Advert.Block(phrases.text("contact"), List.of()));
    return advert.withBlocks(blocks);
  }

  /// A key such as `nl-0042`.
  static String key(String prefix, int number) {
    return String.format(Locale.ROOT, "%s%04d", prefix, number);
  }
}
