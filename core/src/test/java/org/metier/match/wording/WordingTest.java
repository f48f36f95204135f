package org.metier.match.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.match.Match;
import org.metier.match.RandomMarket;
import org.metier.match.Ranker;
import org.metier.match.condition.Condition;
import org.metier.match.condition.ConditionCheck;
import org.metier.match.condition.RegulatedProfession;
import org.metier.match.model.HandMadeModel;
import org.metier.match.reason.Question;
import org.metier.match.reason.Reason;
import org.metier.match.reason.SideScore;
import org.metier.match.reason.Topic;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.Phrases;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

class WordingTest {
  private static final Ranker RANKER = Ranker.of(HandMadeModel.model(), Taxonomy.sample(),
      TextAnalyzer.create());
  private static final List<String> FILES = List.of("wording", "jobseeker", "analyst");

  private static Phrases phrases(String file, Language language) {
    return Phrases.of(Wording.class, file, language);
  }

  private static Set<Object> keys(String file, Language language) {
    return new TreeSet<>(phrases(file, language).patterns().keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_words_the_same_things(Language language) {
    FILES.forEach(
        file -> assertEquals(keys(file, Language.EN), keys(file, language), file));
  }

  /// An apostrophe starts a quotation in a pattern, and would swallow what follows.
  @ParameterizedTest
  @EnumSource(Language.class)
  void every_apostrophe_is_typographic_and_every_sentence_names_the_same(Language language) {
    for (String file : FILES) {
      phrases(file, language).patterns().forEach((key, pattern) -> {
        assertFalse(pattern.toString().contains("'"), key + " in " + language);
        String english = phrases(file, Language.EN).patterns().getProperty(key.toString());
        assertEquals(placeholders(english), placeholders(pattern.toString()),
            file + " " + key + " " + language);
      });
    }
  }

  private static String placeholders(String pattern) {
    return pattern.chars()
        .filter(c -> Character.isDigit(c) || c == '{')
        .sorted()
        .mapToObj(Character::toString)
        .reduce("", String::concat);
  }

  /// What a job seeker reads replaces what others read, and never names more than that; only what would
  /// help is said to them alone.
  @Test
  void a_job_seeker_reads_their_own_version_of_the_same_sentences() {
    Set<Object> own = keys("jobseeker", Language.EN);
    own.removeAll(keys("wording", Language.EN));
    assertEquals(Set.of("help.skills"), own);
    phrases("jobseeker", Language.EN).patterns().forEach((key, pattern) -> {
      String common = phrases("wording", Language.EN).patterns().getProperty(key.toString(), "");
      assertTrue(common.length() >= placeholders(pattern.toString()).length()
          && digits(common).containsAll(digits(pattern.toString())), key.toString());
    });
  }

  private static Set<String> digits(String pattern) {
    return pattern.chars()
        .filter(Character::isDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_value_has_its_words(Language language) {
    Phrases phrases = phrases("wording", language);
    Arrays.stream(EducationLevel.values()).forEach(level -> phrases.of("education." + level));
    Arrays.stream(Contract.values()).forEach(contract -> phrases.of("contract." + contract));
    Arrays.stream(RemoteWork.values()).forEach(remote -> phrases.of("remote." + remote));
    Arrays.stream(Salary.Period.values()).forEach(p -> phrases.of("salary." + p, "1", "EUR"));
    for (Reader reader : Reader.values()) {
      Wording wording = Wording.in(language, reader, Taxonomy.sample());
      for (Condition condition : Condition.values()) {
        phrases.of("hidden." + condition);
        for (ConditionCheck.Outcome outcome : ConditionCheck.Outcome.values()) {
          assertWhole(wording.describe(new ConditionCheck(condition, outcome)));
        }
      }
      for (Topic topic : Topic.values()) {
        phrases.of("topic." + topic);
        assertWhole(wording.describe(new Question(topic, Question.Party.PERSON, 1)));
      }
      for (RegulatedProfession.Extent extent : RegulatedProfession.Extent.values()) {
        for (String basis : List.of("RPD", "ESCO", "2005/36/EC")) {
          assertWhole(
              wording.describe(new RegulatedProfession("2221", Set.of("FR"), extent, basis)));
        }
      }
      assertWhole(wording.describe(new Reason.Boost("list", "2221", 1)));
      assertWhole(wording.describe(new Reason.Crowding("night of 2 March", -0.2)));
      assertWhole(wording.describe(new Reason.EmployerCap("ACME", 2, 20, 7)));
    }
  }

  private static void assertWhole(String text) {
    assertTrue(text.endsWith("."), text);
    assertFalse(text.contains("{") || text.contains("}") || text.contains("null"), text);
    assertFalse(text.contains("  ") || text.contains("NaN"), text);
  }

  @RepeatedTest(60)
  void every_part_of_any_match_is_whole_sentences_for_every_reader_in_every_language(
      RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    Match match = RANKER.match(market.profile(), market.vacancy(), RandomMarket.NOW);
    for (Language language : Language.values()) {
      for (Reader reader : Reader.values()) {
        Wording wording = Wording.in(language, reader, market.taxonomy());
        for (Reason reason : match.reasons()) {
          assertWhole(wording.describe(reason));
          assertFalse(wording.heading(reason).isBlank());
        }
        for (Wording.Section section : wording.explain(match)) {
          assertFalse(section.heading().isBlank() || section.lines().isEmpty());
          if (reader != Reader.ANALYST) {
            section.lines().forEach(line -> assertWhole(line.text()));
          }
        }
      }
    }
  }

  /// The same order and signs with other numbers: where the text stays the same, it holds no score.
  @RepeatedTest(60)
  void no_text_for_job_seeker_or_counsellor_depends_on_the_scale_of_a_score(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    Match match = RANKER.match(market.profile(), market.vacancy(), RandomMarket.NOW);
    Match scaled = scaled(match, 3.7);
    for (Language language : Language.values()) {
      for (Reader reader : List.of(Reader.JOB_SEEKER, Reader.COUNSELLOR)) {
        Wording wording = Wording.in(language, reader, market.taxonomy());
        assertEquals(wording.explain(match), wording.explain(scaled));
      }
      Wording analyst = Wording.in(language, Reader.ANALYST, market.taxonomy());
      assertFalse(analyst.explain(match).equals(analyst.explain(scaled)));
    }
  }

  @Test
  void a_job_seeker_is_told_of_the_crowd_kindly_and_without_a_number() {
    Reason crowding = new Reason.Crowding("2026-03-02", -0.2);
    for (Language language : Language.values()) {
      String told = Wording.in(language, Reader.JOB_SEEKER, Taxonomy.sample()).describe(crowding);
      assertFalse(told.matches(".*\\d.*"), told);
      assertTrue(Wording.in(language, Reader.COUNSELLOR, Taxonomy.sample())
          .describe(crowding)
          .contains("2026-03-02"));
    }
    assertEquals(
        "Many people are being shown this job at the moment, so others may come before it."
            + " It suits you no less for that.",
        Wording.in(Language.EN, Reader.JOB_SEEKER, Taxonomy.sample()).describe(crowding));
  }

  private static Match scaled(Match match, double by) {
    List<Reason> reasons = match.reasons().stream().map(r -> scaled(r, by)).toList();
    double sum = match.base() * by;
    for (Reason reason : reasons) {
      sum += reason.contribution();
    }
    SideScore fitness = scaled(match.fitness(), by);
    SideScore interest = scaled(match.interest(), by);
    return new Match(match.profileId(), match.vacancy(), sum, match.base() * by, fitness, interest,
        sum - fitness.summand() - interest.summand(), match.split(), reasons, match.features(),
        match.conditions(), match.regulated(), match.questions()
            .stream()
            .map(q -> new Question(q.topic(), q.asked(), q.reach() * by))
            .toList());
  }

  private static SideScore scaled(SideScore side, double by) {
    Double value = side.value();
    return new SideScore(value == null ? null : value * by, side.base() * by, side.coverage());
  }

  private static Reason scaled(Reason reason, double by) {
    double to = reason.contribution() * by;
    return switch (reason) {
      case Reason.EssentialSkills r -> new Reason.EssentialSkills(r.shared(), r.missing(), to);
      case Reason.OptionalSkills r -> new Reason.OptionalSkills(r.shared(), r.missing(), to);
      case Reason.HeldOccupation r ->
        new Reason.HeldOccupation(r.ofPerson(), r.ofVacancy(), r.personEvidence(), to);
      case Reason.WantedOccupation r ->
        new Reason.WantedOccupation(r.ofPerson(), r.ofVacancy(), to);
      case Reason.CommonWords r -> new Reason.CommonWords(r.words(), to);
      case Reason.KindOfWork r -> new Reason.KindOfWork(r.kinship(), to);
      case Reason.Experience r ->
        new Reason.Experience(r.months(), r.monthsSince(), r.askedMonths(), to);
      case Reason.EducationLevels r ->
        new Reason.EducationLevels(r.had(), r.asked(), r.ofPerson(), to);
      case Reason.Languages r -> new Reason.Languages(r.languages(), r.ofPerson(), to);
      case Reason.Licences r ->
        new Reason.Licences(r.asked(), r.had(), r.isAnyKnown(), r.ofPerson(), to);
      case Reason.Distance r -> new Reason.Distance(r.distanceKm(), r.workplace(),
          r.maxDistanceKm(), r.remote(), r.isRemoteWanted(), to);
      case Reason.Terms r -> new Reason.Terms(r.contract(), r.isContractWanted(), r.hours(),
          r.areHoursWanted(), r.salary(), r.isSalaryEnough(), to);
      case Reason.Freshness r -> new Reason.Freshness(r.ageDays(), to);
      case Reason.Boost r -> new Reason.Boost(r.list(), r.occupation(), to);
      case Reason.Crowding r -> new Reason.Crowding(r.prices(), to);
      case Reason.EmployerCap r -> r;
    };
  }

  /// Terms of the trade that a job seeker should not have to know, and forms that name one gender alone.
  @ParameterizedTest
  @EnumSource(Language.class)
  void a_job_seeker_reads_no_jargon_and_everybody_is_meant(Language language) {
    phrases("jobseeker", language).patterns()
        .values()
        .forEach(pattern -> assertFalse(pattern.toString()
            .matches("(?i).*\\b(score|match|shapley|%|probab|wahrschein|prawdopod|kans|waarschijn"
                + "|feature|esco|isco|rpd|algorit).*")
            && !pattern.toString().contains("matches become better"), pattern.toString()));
    for (String file : FILES) {
      phrases(file, language).patterns()
          .values()
          .forEach(pattern -> assertFalse(pattern.toString()
              .matches(".*(\\bhe\\b|\\bshe\\b|\\bhis\\b|\\bher\\b|Bewerber\\b|Arbeitgeber\\b"
                  + "|Berater\\b|candidat\\b|demandeur\\b|sollicitant\\b|kandydat\\b|łeś|łaś"
                  + "|Pana\\b|Pani\\b|\\(e\\)|·e).*"),
              pattern.toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({"PL, 1, 1 miesiąc", "PL, 3, 3 miesiące", "PL, 5, 5 miesięcy", "PL, 12, 1 rok",
    "PL, 14, 1 rok 2 miesiące", "PL, 24, 2 lata", "PL, 144, 12 lat", "PL, 264, 22 lata",
    "PL, 300, 25 lat", "EN, 1, 1 month", "EN, 13, 1 year 1 month", "FR, 2, 2 mois",
    "FR, 12, 1 an", "NL, 36, 3 jaar", "DE, 11, 11 Monate"})
  void durations_follow_the_grammar(Language language, int months, String expected) {
    assertEquals(expected, phrases("wording", language).duration(months));
  }

  @Test
  void a_counsellor_reads_the_evidence_of_both_sides_and_a_job_seeker_what_it_means() {
    Taxonomy taxonomy = Taxonomy.builder()
        .skill("s:1", false, null)
        .labels("s:1", Language.EN, List.of("weld metal"))
        .labels("s:1", Language.FR, List.of("souder des métaux"))
        .skill("s:2", false, null)
        .labels("s:2", Language.FR, List.of("lire des plans"))
        .build();
    Reason reason = new Reason.EssentialSkills(
        List.of(new Reason.SharedSkill("s:1", List.of(evidence("welded\n ships")),
            evidence("Schweißen"))),
        List.of("s:2"), 0.5);
    assertEquals(
        "Requis pour le poste et présent dans le profil\u00a0: souder des métaux (profil\u00a0: "
            + "«\u202fwelded ships\u202f», offre\u00a0: «\u202fSchweißen\u202f»). Demandé pour le poste, mais le profil n’en "
            + "parle pas\u00a0: lire des plans.",
        Wording.in(Language.FR, Reader.COUNSELLOR, taxonomy).describe(reason));
    assertEquals("Vous apportez ceci\u00a0: souder des métaux. Le poste demande "
        + "aussi ceci, dont votre profil ne parle pas\u00a0: lire des plans.",
        Wording.in(Language.FR, Reader.JOB_SEEKER, taxonomy).describe(reason));
  }

  @Test
  void what_is_unknown_is_said_to_be_unknown() {
    Wording english = Wording.in(Language.EN, Reader.COUNSELLOR, Taxonomy.sample());
    assertEquals("The distance is not known.",
        english.describe(new Reason.Distance(null, null, null, null, null, 0)));
    assertEquals("How much experience there is in this field is not known. The ad does not say how "
        + "much experience it asks for.",
        english.describe(new Reason.Experience(null, null, null, 0)));
    assertEquals("Languages asked for: French – profile: known, level not said, ad: B2.",
        english.describe(new Reason.Languages(
            List.of(new Reason.LanguageMatch("fr", true, null, CefrLevel.B2)), Map.of(), 0)));
    assertEquals("Languages asked for: French – profile: C1, ad: B2 (“fluent French”).",
        english.describe(new Reason.Languages(
            List.of(new Reason.LanguageMatch("fr", true, CefrLevel.C1, CefrLevel.B2)),
            Map.of("fr", evidence("fluent French")), 0)));
  }

  @Test
  void long_lists_are_cut_and_say_so() {
    List<String> missing = List.of("a", "b", "c", "d", "e", "f", "g");
    assertEquals(
        "The job asks for this and the profile does not mention it: a; b; c; d; e; and more"
            + " (+2).",
        Wording.in(Language.EN, Reader.COUNSELLOR, Taxonomy.sample())
            .describe(new Reason.EssentialSkills(List.of(), missing, 0)));
  }

  @Test
  void every_question_that_is_asked_of_an_employer_has_its_words() {
    Set<Topic> asked = new HashSet<>();
    Wording german = Wording.in(Language.DE, Reader.COUNSELLOR, Taxonomy.sample());
    for (int i = 0; i < 200; i++) {
      var market = new RandomMarket(new Random(i));
      for (Question question : RANKER.match(market.profile(), market.vacancy(), RandomMarket.NOW)
          .questions()) {
        assertWhole(german.describe(question));
        if (question.asked() == Question.Party.EMPLOYER) {
          asked.add(question.topic());
        }
      }
    }
    assertTrue(asked.size() >= 6, asked::toString);
  }

  private static Evidence evidence(String quote) {
    return new Evidence("d", "s", new Span(0, quote.length()), quote);
  }
}
