package org.metier.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.advice.internal.Line;
import org.metier.advice.internal.ReachCount;
import org.metier.advice.internal.SkillTally;
import org.metier.home.Home;
import org.metier.index.internal.CommitLabel;
import org.metier.index.internal.Generations;
import org.metier.index.internal.Store;
import org.metier.place.Place;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;

/// Says what a person has and lacks for a wanted occupation or vacancy, which skill to learn would open most
/// open vacancies in reach, and which other occupations are near.
///
/// Concepts are compared, never words, so that profile, target and vacancies may be in different languages.
/// What is counted is documented at [Counts], [SkillToLearn] and [NearOccupation].
///
/// Thread-safe: open one and share it. Advice costs one pass over the postings of coded skills and
/// occupations and reads no vacancy. The same home, profile and moment give the same advice.
public final class LearningAdvisor implements AutoCloseable {
  /// With fewer skills that the taxonomy knows, confirmed, stated or implied, advice is withheld.
  public static final int LEAST_SKILLS = 3;

  private static final int MAX_LISTED = 100;

  private final Taxonomy taxonomy;
  private final Clock clock;
  private final int skills;
  private final int occupations;
  private final int leastVacancies;
  private final Store vacancies;

  private LearningAdvisor(Builder builder) {
    taxonomy = builder.taxonomy == null ? Taxonomy.of(builder.home) : builder.taxonomy;
    clock = builder.clock;
    skills = builder.skills;
    occupations = builder.occupations;
    leastVacancies = builder.leastVacancies;
    vacancies = new Store(builder.home, new Generations(builder.home.vacancyIndex()),
        taxonomy.id());
  }

  /// An advisor over the vacancies of a home, with its taxonomy.
  public static LearningAdvisor open(Home home) {
    return builder(home).build();
  }

  public static Builder builder(Home home) {
    return new Builder(home);
  }

  /// Advises on the vacancies that the profile says are in reach.
  public Advice advise(CompetenceProfile profile, Target target) {
    return advise(profile, target, Reach.of(profile).build());
  }

  /// Advises. Too thin a profile, or a target that the taxonomy knows nothing of, gets
  /// [Advice.Withheld], with what to ask for.
  ///
  /// @param reach whose vacancies are counted
  /// @throws IllegalArgumentException if the wanted occupation is not in the taxonomy
  /// @throws org.metier.index.IndexException if the vacancies were coded with another taxonomy, or written in
  ///     an earlier layout
  public Advice advise(CompetenceProfile profile, Target target, Reach reach) {
    PersonSkills person = PersonSkills.of(profile, taxonomy);
    TargetSkills wanted = TargetSkills.of(target, taxonomy);
    List<Question> questions = questions(profile, person, wanted, reach);
    boolean isTargetUnknown = wanted.demands().isEmpty() && wanted.wanted() == null;
    if (person.skills().size() < LEAST_SKILLS || isTargetUnknown) {
      return new Advice.Withheld(profile.id(), person.skills().size(), questions);
    }
    Line line = line(person, wanted.wanted());
    ReachCount count = count(person, line, wanted.wanted(), reach);
    Gap gap = wanted.gap(person, skill -> tally(count, skill).askedInLine(), taxonomy);
    return new Advice.Given(profile.id(), target, reach, gap, count.counts(),
        toLearn(person, wanted, line, count), near(person, wanted.wanted(), count), questions);
  }

  private static List<Question> questions(CompetenceProfile profile, PersonSkills person,
      TargetSkills wanted, Reach reach) {
    Set<Question> questions = new TreeSet<>();
    if (!person.isAnyShown() || person.skills().size() < LEAST_SKILLS) {
      questions.add(Question.SKILLS);
    }
    if (person.held().isEmpty() && person.wished().isEmpty()) {
      questions.add(Question.WORK);
    }
    if (reach.near() == null) {
      Place place = profile.place();
      questions.add(place == null || place.distancePoint() == null
          ? Question.PLACE
          : Question.DISTANCE);
    }
    if (wanted.demands().isEmpty()) {
      questions.add(Question.TARGET);
    }
    return List.copyOf(questions);
  }

  private Line line(PersonSkills person, @Nullable String wanted) {
    Set<String> line = new TreeSet<>();
    Stream.concat(person.held().stream(), person.wished().stream())
        .map(taxonomy::uri)
        .forEach(line::add);
    if (wanted != null) {
      line.add(wanted);
    }
    return Line.of(line, taxonomy);
  }

  private ReachCount count(PersonSkills person, Line line, @Nullable String wanted, Reach reach) {
    Instant now = clock.instant();
    return vacancies.read(searcher -> {
      vacancies.requireSameTaxonomy(searcher);
      CommitLabel.requirePresentLayout(searcher);
      return ReachCount.of(searcher, reach, now, line, wanted, person::has, taxonomy);
    });
  }

  private static SkillTally tally(ReachCount count, int skill) {
    return count.skills().getOrDefault(skill, SkillTally.NONE);
  }

  /// Those that any vacancy of the wanted occupation asks for, or that open or decide one in line: what is
  /// usual first; then what opens most, decides most, is asked for most by the wanted occupation, and in line;
  /// then by URI.
  private List<SkillToLearn> toLearn(PersonSkills person, TargetSkills wanted, Line line,
      ReachCount count) {
    List<SkillToLearn> toLearn = new ArrayList<>();
    count.skills().forEach((skill, tally) -> {
      if (!person.has(skill) && tally.opens() + tally.decides() + tally.askedByWanted() > 0) {
        Need need = wanted.need(skill);
        toLearn.add(new SkillToLearn(taxonomy.uri(skill), need,
            need != null || line.isUsual(skill, taxonomy), tally.opens(), tally.decides(),
            tally.askedByWanted(), tally.askedInLine()));
      }
    });
    toLearn.sort(Comparator.comparing(SkillToLearn::isUsual)
        .thenComparingInt(SkillToLearn::opens)
        .thenComparingInt(SkillToLearn::decides)
        .thenComparingInt(SkillToLearn::askedByWanted)
        .thenComparingInt(SkillToLearn::askedInLine)
        .reversed()
        .thenComparing(SkillToLearn::uri));
    return toLearn.subList(0, Math.min(skills, toLearn.size()));
  }

  private List<NearOccupation> near(PersonSkills person, @Nullable String wanted,
      ReachCount count) {
    Set<Integer> except = new HashSet<>(person.held());
    except.addAll(person.wished());
    if (wanted != null) {
      except.add(taxonomy.find(wanted).orElseThrow());
    }
    return new Neighbourhood(person, taxonomy).nearest(except, occupations, leastVacancies,
        count.occupations(), count.unitGroups());
  }

  @Override
  public void close() {
    vacancies.close();
  }

  /// Collects the settings of a [LearningAdvisor]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Home home;
    private @Nullable Taxonomy taxonomy;
    private Clock clock = Clock.systemUTC();
    private int skills = 5;
    private int occupations = 5;
    private int leastVacancies = 1;

    private Builder(Home home) {
      this.home = home;
    }

    /// An open taxonomy to share; by default that of the home is opened.
    public Builder taxonomy(Taxonomy taxonomy) {
      this.taxonomy = taxonomy;
      return this;
    }

    /// Tells which vacancies are open; the system's by default.
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /// How many skills to learn are named at most.
    ///
    /// @param most 0 to 100; 5 by default
    public Builder skills(int most) {
      skills = listed("skills", most);
      return this;
    }

    /// How many near occupations are named at most.
    ///
    /// @param most 0 to 100; 5 by default
    public Builder occupations(int most) {
      occupations = listed("occupations", most);
      return this;
    }

    /// How many vacancies in reach an occupation must have to be named as near: by default one, since advice
    /// to turn to where nobody is looked for helps nobody.
    ///
    /// @param least 0 or more
    public Builder leastVacancies(int least) {
      if (least < 0) {
        throw new IllegalArgumentException("leastVacancies must be 0 or more, was " + least);
      }
      leastVacancies = least;
      return this;
    }

    private static int listed(String name, int most) {
      if (most < 0 || most > MAX_LISTED) {
        throw new IllegalArgumentException(name + " must be 0 to 100, was " + most);
      }
      return most;
    }

    public LearningAdvisor build() {
      return new LearningAdvisor(this);
    }
  }
}
