package org.metier.training.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profile.PartialDate;
import org.metier.profile.Wishes;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.training.internal.Dice;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Makes simulated people: first the truth, then the profile, which leaves a part of it out as CVs do.
final class PersonMaker {
  /// How often a profile does not say what is true.
  private static final double UNSAID = 0.25;

  private final OccupationSpace space;
  private final LocalDate today;

  PersonMaker(OccupationSpace space, LocalDate today) {
    this.space = space;
    this.today = today;
  }

  SimulatedPerson person(int number, Dice dice) {
    Town town = dice.pick(Town.ALL);
    List<SimulatedPerson.Job> jobs = jobs(dice);
    Set<Integer> skills = skills(jobs, dice);
    EducationLevel education = education(jobs, dice);
    Map<String, CefrLevel> languages = languages(town, dice);
    Set<DrivingLicence> licences = licences(jobs, dice);
    Wishes wishes = wishes(jobs, dice);
    List<OccupationSpace.Coded> linked = jobs.stream()
        .map(job -> space.coded(job.occupation(), dice))
        .toList();
    Paper paper = new Paper(String.format(Locale.ROOT, "person-%04d", number));
    CompetenceProfile profile = CompetenceProfile.builder(paper.document)
        .language(town.language())
        .occupations(heldOccupations(jobs, linked, town.language(), paper, dice))
        .competences(competences(linked, skills, town.language(), paper, dice))
        .education(saidEducation(education, paper, dice))
        .languages(saidLanguages(languages, paper, dice))
        .drivingLicences(dice.chance(UNSAID) ? Set.of() : licences)
        .place(dice.chance(UNSAID) ? null : town.place())
        .wishes(saidWishes(wishes, dice))
        .build();
    return new SimulatedPerson(profile, skills, jobs, education, languages, licences, town, wishes);
  }

  private List<SimulatedPerson.Job> jobs(Dice dice) {
    List<SimulatedPerson.Job> jobs = new ArrayList<>();
    int count = dice.chance(0.08) ? 0 : dice.between(1, 4);
    int occupation = dice.pick(space.occupations());
    int monthsSince = dice.chance(0.4) ? 0 : dice.between(1, 30);
    for (int i = 0; i < count; i++) {
      int months = 2 + (int) (180 * dice.unit() * dice.unit());
      jobs.add(new SimulatedPerson.Job(occupation, months, monthsSince));
      monthsSince += months + (dice.chance(0.5) ? 0 : dice.between(1, 18));
      if (dice.chance(0.6)) {
        occupation = dice.chance(0.8)
            ? space.neighbour(occupation, dice)
            : dice.pick(space.occupations());
      }
    }
    return jobs;
  }

  /// Most of the essential and some of the optional skills of the jobs, and a few of no job.
  private Set<Integer> skills(List<SimulatedPerson.Job> jobs, Dice dice) {
    Set<Integer> skills = new TreeSet<>();
    for (SimulatedPerson.Job job : jobs) {
      double practice = 1 - StrictMath.exp(-job.months() / 12.0);
      for (int skill : space.taxonomy().essentialSkills(job.occupation())) {
        if (dice.chance(0.6 + 0.3 * practice)) {
          skills.add(skill);
        }
      }
      for (int skill : space.taxonomy().optionalSkills(job.occupation())) {
        if (dice.chance(0.2 + 0.3 * practice)) {
          skills.add(skill);
        }
      }
    }
    for (int i = dice.below(6); i > 0; i--) {
      skills.add(dice.pick(space.skills()));
    }
    return skills;
  }

  private EducationLevel education(List<SimulatedPerson.Job> jobs, Dice dice) {
    EducationLevel usual = jobs.isEmpty()
        ? EducationLevel.UPPER_SECONDARY
        : space.usualEducation(jobs.getLast().occupation());
    return EducationLevel.ofIsced(Math.clamp(usual.isced() + dice.between(-1, 1), 1, 8));
  }

  private static Map<String, CefrLevel> languages(Town town, Dice dice) {
    Map<String, CefrLevel> languages = new TreeMap<>();
    for (String code : List.of("en", "fr", "nl", "pl", "de", "es", "it")) {
      if (dice.chance("en".equals(code) ? 0.6 : 0.12)) {
        languages.put(code, CefrLevel.values()[dice.between(0, 5)]);
      }
    }
    languages.put(town.language().code(),
        dice.chance(0.85) ? CefrLevel.NATIVE : CefrLevel.values()[dice.between(1, 5)]);
    return languages;
  }

  private Set<DrivingLicence> licences(List<SimulatedPerson.Job> jobs, Dice dice) {
    Set<DrivingLicence> licences = new TreeSet<>();
    boolean isDriver = jobs.stream().anyMatch(j -> space.isDriving(j.occupation()));
    if (dice.chance(isDriver ? 0.97 : 0.65)) {
      licences.add(DrivingLicence.B);
      if (dice.chance(isDriver ? 0.7 : 0.05)) {
        licences.add(DrivingLicence.C);
        if (dice.chance(0.6)) {
          licences.add(DrivingLicence.CE);
        }
      }
    }
    return licences;
  }

  private Wishes wishes(List<SimulatedPerson.Job> jobs, Dice dice) {
    int last = jobs.isEmpty() ? dice.pick(space.occupations()) : jobs.getFirst().occupation();
    int wanted = dice.chance(0.5)
        ? last
        : dice.chance(0.7) ? space.neighbour(last, dice) : dice.pick(space.occupations());
    Set<Contract> contracts = new TreeSet<>(Set.of(Contract.PERMANENT));
    if (dice.chance(0.6)) {
      contracts.add(Contract.FIXED_TERM);
    }
    if (dice.chance(0.3)) {
      contracts.add(Contract.AGENCY);
    }
    WeeklyHours hours = dice.chance(0.7) ? new WeeklyHours(32, 40) : new WeeklyHours(12, 30);
    double least = space.usualPay(last) * (0.7 + 0.4 * dice.unit());
    return new Wishes(Set.of(space.taxonomy().uri(wanted)), contracts, hours,
        new Salary(Math.rint(least), Math.rint(least), Currency.getInstance("EUR"),
            Salary.Period.MONTH),
        (double) (10 * dice.between(1, 15)),
        dice.chance(0.7) ? RemoteWork.ON_SITE : dice.pick(List.of(RemoteWork.values())), null);
  }

  private static Wishes saidWishes(Wishes all, Dice dice) {
    return new Wishes(dice.chance(0.6) ? Set.of() : all.occupations(),
        dice.chance(0.6) ? Set.of() : all.contracts(), dice.chance(0.6) ? null : all.hours(),
        dice.chance(0.7) ? null : all.salary(), dice.chance(0.5) ? null : all.maxDistanceKm(),
        dice.chance(0.6) ? null : all.remote(), null);
  }

  private List<HeldOccupation> heldOccupations(List<SimulatedPerson.Job> jobs,
      List<OccupationSpace.Coded> linked, Language language, Paper paper, Dice dice) {
    List<HeldOccupation> held = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      SimulatedPerson.Job job = jobs.get(i);
      String title = label(space.named(job.occupation(), dice), language, dice);
      boolean isLinked = dice.chance(0.9);
      held.add(new HeldOccupation(title,
          isLinked ? space.taxonomy().uri(linked.get(i).occupation()) : null,
          isLinked ? linked.get(i).confidence() : 0,
          dice.chance(0.15) ? null : period(job, dice),
          List.of(paper.evidence("experience", title))));
    }
    return held;
  }

  private DateRange period(SimulatedPerson.Job job, Dice dice) {
    boolean hasMonths = dice.chance(0.8);
    YearMonth end = YearMonth.from(today).minusMonths(job.monthsSince());
    YearMonth start = end.minusMonths(job.months() - 1L);
    return new DateRange(date(start, hasMonths),
        job.monthsSince() == 0 ? null : date(end, hasMonths), job.monthsSince() == 0);
  }

  private static PartialDate date(YearMonth month, boolean hasMonth) {
    return new PartialDate(month.getYear(), hasMonth ? month.getMonthValue() : null, null);
  }

  /// What the CV states, some of it wrongly; then what the jobs imply, as a profiler adds it.
  private List<Competence> competences(List<OccupationSpace.Coded> linked, Set<Integer> skills,
      Language language, Paper paper, Dice dice) {
    Map<Integer, Competence> competences = new TreeMap<>();
    for (int skill : skills) {
      if (dice.chance(0.6)) {
        double confidence = (30 + dice.below(71)) / 100.0;
        int found = dice.chance(confidence) ? skill : space.confusable(skill, dice);
        competences.put(found, stated(found, skill, confidence, language, paper, dice));
      }
    }
    for (int i = dice.below(12); i > 0; i--) {
      competences.computeIfAbsent(space.stray(dice),
          s -> stated(s, s, 0.5, language, paper, dice));
    }
    for (OccupationSpace.Coded job : linked) {
      for (int skill : space.taxonomy().essentialSkills(job.occupation())) {
        competences.putIfAbsent(skill, Competence.of(space.taxonomy().uri(skill),
            Competence.Origin.IMPLIED, 0.6, List.of()));
      }
    }
    return List.copyOf(competences.values());
  }

  /// @param skill that the CV names
  private Competence stated(int linked, int skill, double confidence, Language language,
      Paper paper, Dice dice) {
    return Competence.of(space.taxonomy().uri(linked), Competence.Origin.STATED, confidence,
        List.of(paper.evidence("skills", label(skill, language, dice))));
  }

  private static List<Education> saidEducation(EducationLevel level, Paper paper, Dice dice) {
    if (dice.chance(UNSAID)) {
      return List.of();
    }
    String title = level.name();
    return List.of(new Education(title, level, null, null, null,
        List.of(paper.evidence("education", title))));
  }

  private static List<LanguageSkill> saidLanguages(Map<String, CefrLevel> languages, Paper paper,
      Dice dice) {
    List<LanguageSkill> said = new ArrayList<>();
    if (!dice.chance(UNSAID)) {
      languages.forEach((code, level) -> {
        @Nullable
        CefrLevel saidLevel = dice.chance(0.2) ? null : level;
        said.add(LanguageSkill.of(code, saidLevel,
            List.of(paper.evidence("languages", code))));
      });
    }
    return said;
  }

  private String label(int concept, Language language, Dice dice) {
    List<String> labels = space.taxonomy().labels(concept, language);
    return labels.isEmpty() ? space.taxonomy().label(concept, language) : dice.pick(labels);
  }

  /// The CV that the evidence points into; only its offsets matter.
  private static final class Paper {
    private final String document;
    private int length;

    Paper(String document) {
      this.document = document;
    }

    Evidence evidence(String section, String quote) {
      Span span = new Span(length, length + quote.length());
      length = span.end() + 1;
      return new Evidence(document, section, span, quote);
    }
  }
}
