package org.metier.training.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.training.internal.Dice;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Makes simulated openings: first the truth, then the vacancy, which leaves a part of it out as partners
/// do.
final class OpeningMaker {
  /// How often no code is found. Such texts are of all kinds, also bare ones.
  private static final double UNCODED = 0.2;

  /// Of the cases in which the first code is wrong, how often the second and the third are right.
  private static final double[] PROPOSED = {0.5, 0.2};

  /// How often a text names no skill of the work; what it seems to name is stray.
  private static final double BARE = 0.25;

  private final OccupationSpace space;
  private final Instant now;

  OpeningMaker(OccupationSpace space, Instant now) {
    this.space = space;
    this.now = now;
  }

  SimulatedOpening opening(int number, Dice dice) {
    Town town = dice.pick(Town.ALL);
    int occupation = dice.pick(space.occupations());
    Map<Integer, Double> weights = new TreeMap<>();
    Wording wording = new Wording(
        new VacancyId("simulated", String.format(Locale.ROOT, "v%05d", number)),
        town.language());
    List<SkillDemand> stated = demands(occupation, weights, wording, dice);
    Map<String, CefrLevel> languages = languages(town, dice);
    EducationLevel education = EducationLevel
        .ofIsced(Math.clamp(space.usualEducation(occupation).isced() - dice.below(2), 1, 8));
    int months = dice.chance(0.4) ? 0 : 6 * dice.between(1, 10);
    Set<DrivingLicence> licences = licences(occupation, dice);
    RemoteWork remote = dice.chance(0.75)
        ? RemoteWork.ON_SITE
        : dice.chance(0.6) ? RemoteWork.HYBRID : RemoteWork.REMOTE;
    Contract contract = dice.chance(0.6)
        ? Contract.PERMANENT
        : dice.pick(List.of(Contract.FIXED_TERM, Contract.AGENCY, Contract.SEASONAL));
    WeeklyHours hours = dice.chance(0.7) ? new WeeklyHours(35, 40) : new WeeklyHours(16, 28);
    double pay = Math.rint(space.usualPay(occupation) * (0.75 + 0.5 * dice.unit()));
    Salary salary = new Salary(pay, Math.rint(pay * (1 + 0.3 * dice.unit())),
        Currency.getInstance("EUR"), Salary.Period.MONTH);
    int ageDays = dice.below(61);
    String title = wording.label(space.named(occupation, dice), dice);
    Vacancy vacancy = Vacancy.builder(wording.id, title)
        .description(wording.text.toString())
        .language(town.language())
        .workplaces(remote == RemoteWork.REMOTE || dice.chance(0.08)
            ? List.of()
            : List.of(town.place()))
        .remote(dice.chance(0.5) ? null : remote)
        .occupations(codes(occupation, dice))
        .skills(stated)
        .languages(languages.entrySet()
            .stream()
            .map(e -> new LanguageDemand(e.getKey(), e.getValue(), Importance.REQUIRED))
            .toList())
        .education(dice.chance(0.4) ? null : education)
        .experienceMonths(dice.chance(0.3) ? null : months)
        .drivingLicences(licences)
        .contract(dice.chance(0.2) ? null : contract)
        .hours(dice.chance(0.4) ? null : hours)
        .salary(dice.chance(0.5) ? null : salary)
        .postedAt(dice.chance(0.1) ? null : now.minus(Duration.ofDays(ageDays)))
        .build();
    return new SimulatedOpening(vacancy, occupation, weights, languages, education, months,
        licences, town, remote, contract, hours, salary, ageDays);
  }

  /// Fills in what the employer truly wants, and says what the text says of it.
  private List<SkillDemand> demands(int occupation, Map<Integer, Double> weights, Wording wording,
      Dice dice) {
    List<SkillDemand> stated = new ArrayList<>();
    double named = dice.chance(BARE) ? 0 : dice.unit();
    wording.open();
    for (int skill : space.taxonomy().essentialSkills(occupation)) {
      boolean isNamed = dice.chance(named);
      weights.put(skill, isNamed ? 1.0 : 0.5);
      if (isNamed) {
        stated.add(wording.demand(skill,
            dice.chance(0.7) ? Importance.REQUIRED : Importance.MENTIONED, dice));
      }
    }
    wording.turn();
    for (int skill : space.taxonomy().optionalSkills(occupation)) {
      if (dice.chance(named / 2)) {
        weights.putIfAbsent(skill, 0.35);
        stated.add(wording.demand(skill,
            dice.chance(0.6) ? Importance.DESIRED : Importance.MENTIONED, dice));
      }
    }
    for (int i = dice.below(6); i > 0; i--) {
      int skill = space.stray(dice); // what a tagger takes for a demand, and is none
      String uri = space.taxonomy().uri(skill);
      if (stated.stream().noneMatch(d -> d.uri().equals(uri))) {
        stated.add(wording.demand(skill,
            dice.chance(0.3) ? Importance.REQUIRED : Importance.MENTIONED, dice));
      }
    }
    for (int i = dice.between(4, 12); i > 0; i--) {
      wording.mention(dice.pick(space.skills()), dice); // what an employer says of itself
    }
    return stated;
  }

  private List<OccupationCode> codes(int occupation, Dice dice) {
    if (dice.chance(UNCODED)) {
      return List.of();
    }
    OccupationSpace.Coded first = space.coded(occupation, dice);
    Map<Integer, Double> codes = new LinkedHashMap<>();
    codes.put(first.occupation(), first.confidence());
    for (double share : PROPOSED) {
      codes.putIfAbsent(dice.chance(share) ? occupation : space.neighbour(occupation, dice),
          share * (1 - first.confidence()));
    }
    OccupationCode.Origin origin = dice.chance(0.4)
        ? OccupationCode.Origin.STATED
        : OccupationCode.Origin.LINKED;
    return codes.entrySet()
        .stream()
        .map(code -> new OccupationCode(space.taxonomy().uri(code.getKey()), code.getValue(),
            origin))
        .toList();
  }

  private static Map<String, CefrLevel> languages(Town town, Dice dice) {
    Map<String, CefrLevel> languages = new TreeMap<>();
    if (dice.chance(0.35)) {
      languages.put(town.language().code(),
          dice.pick(List.of(CefrLevel.B1, CefrLevel.B2, CefrLevel.C1)));
    }
    if (dice.chance(0.2)) {
      languages.putIfAbsent(dice.pick(List.of("en", "en", "fr", "de", "nl")),
          dice.pick(List.of(CefrLevel.A2, CefrLevel.B1, CefrLevel.B2)));
    }
    return languages;
  }

  private Set<DrivingLicence> licences(int occupation, Dice dice) {
    Set<DrivingLicence> licences = new TreeSet<>();
    if (space.isDriving(occupation)) {
      licences.add(dice.pick(List.of(DrivingLicence.B, DrivingLicence.C, DrivingLicence.CE)));
    } else if (dice.chance(0.2)) {
      licences.add(DrivingLicence.B);
    }
    return licences;
  }

  /// The description while it is being written.
  private final class Wording {
    private final VacancyId id;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    Wording(VacancyId id, Language language) {
      this.id = id;
      this.language = language;
    }

    void open() {
      text.append(switch (language) {
        case EN -> "Your work: ";
        case FR -> "Vos missions : ";
        case NL -> "Jouw taken: ";
        case PL -> "Twoje zadania: ";
        case DE -> "Ihre Aufgaben: ";
      });
    }

    void turn() {
      text.append(switch (language) {
        case EN -> "\nA plus: ";
        case FR -> "\nUn plus : ";
        case NL -> "\nEen pluspunt: ";
        case PL -> "\nMile widziane: ";
        case DE -> "\nVon Vorteil: ";
      });
    }

    /// The text names the skill; what it is linked to may be another.
    SkillDemand demand(int skill, Importance importance, Dice dice) {
      int linked = dice.chance(OccupationSpace.MISLINKED) ? space.confusable(skill, dice) : skill;
      String label = label(skill, dice);
      Span span = new Span(text.length(), text.length() + label.length());
      text.append(label).append(", ");
      return new SkillDemand(space.taxonomy().uri(linked), importance,
          new Evidence(id.toString(), "description", span, label));
    }

    void mention(int skill, Dice dice) {
      text.append(label(skill, dice)).append(". ");
    }

    String label(int concept, Dice dice) {
      List<String> labels = space.taxonomy().labels(concept, language);
      return labels.isEmpty() ? space.taxonomy().label(concept, language) : dice.pick(labels);
    }
  }
}
