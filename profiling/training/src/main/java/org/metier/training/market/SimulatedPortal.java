package org.metier.training.market;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.metier.json.Json;
import org.metier.profile.CompetenceProfile;
import org.metier.training.internal.Dice;
import org.metier.training.judgment.LogLine;
import org.metier.training.judgment.PortalEvent;
import org.metier.training.judgment.Propensities;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;

/* The people of a SimulatedMarket visit a portal that nobody runs.
 *
 *   list     of the person's judged vacancies the first SHOWN by -age / 20 + 0.1 grade + 0.7 noise, age in days, 60
 *            where it is not known. So the portal puts new jobs first, whatever they are worth, as many do, and clicks
 *            as they stand praise newness.
 *   look     position k is looked at with chance k^-power
 *   click    what is looked at is clicked with chance CLICKS by its true grade
 *   then     an application follows a click, an interview an application, a placement an interview, each with
 *            chance FOLLOWS by grade
 *
 * All figures are the authors' assumptions.
 */
/// The log of a simulated portal whose position bias is known, so that what is estimated from the log can be
/// held against it. Equal settings give equal bytes on every machine. Immutable.
public final class SimulatedPortal {
  /// Vacancies on a list.
  public static final int SHOWN = 10;

  private static final double[] CLICKS = {0.05, 0.15, 0.35, 0.6, 0.85};
  private static final double[] FOLLOWS = {0.05, 0.1, 0.3, 0.5, 0.6};
  private static final int DAYS = 60;

  private final SimulatedMarket market;
  private final double biasPower;
  private final double shuffledShare;
  private final long seed;
  private final Map<String, Vacancy> vacancies = new TreeMap<>();
  private final Map<String, CompetenceProfile> profiles = new TreeMap<>();
  private final Map<String, Map<String, Integer>> grades = new TreeMap<>();

  /// @param biasPower position `k` is looked at with chance `k^-biasPower`; 0 for no bias
  /// @param shuffledShare of the lists whose positions are drawn by lot, 0 to 1
  public SimulatedPortal(SimulatedMarket market, double biasPower, double shuffledShare,
      long seed) {
    if (!(biasPower >= 0 && biasPower <= 3) || !(shuffledShare >= 0 && shuffledShare <= 1)) {
      throw new IllegalArgumentException("biasPower must be 0 to 3 and shuffledShare 0 to 1, were "
          + biasPower + " and " + shuffledShare);
    }
    this.market = market;
    this.biasPower = biasPower;
    this.shuffledShare = shuffledShare;
    this.seed = seed;
    market.vacancies().forEach(vacancy -> vacancies.put(vacancy.id().toString(), vacancy));
    market.profiles().forEach(profile -> profiles.put(profile.id(), profile));
    market.judgments()
        .forEach(j -> grades.computeIfAbsent(j.profile(), p -> new TreeMap<>())
            .put(j.vacancy(), j.grade()));
  }

  /// The truth that an estimate should come to.
  public Propensities propensities() {
    return Propensities.ofPower(biasPower, SHOWN);
  }

  /// Hears of the lines of a log.
  public interface Lines {
    void line(LogLine line) throws IOException;
  }

  /// Every person's visits, person by person: `people x visits x` [#SHOWN] impressions and what followed.
  ///
  /// @param visits of each person, at least 1
  public void visit(int visits, Lines lines) throws IOException {
    Dice dice = new Dice(seed);
    int number = 0;
    for (CompetenceProfile profile : market.profiles()) {
      Dice own = dice.fork(number++);
      for (int visit = 0; visit < visits; visit++) {
        visit(profile, profile.id() + "-" + visit, own, lines);
      }
    }
  }

  /// Writes `profiles.jsonl`, `vacancies.jsonl`, `log.jsonl`, the true grades as `judgments.jsonl`, and
  /// `groups.csv`, which groups people by the language of
  /// their profile, by whether they wish for remote or hybrid work, and by lot.
  ///
  /// @param folder made if it is not there
  public void write(Path folder, int visits) throws IOException {
    Files.createDirectories(folder);
    writeAll(folder.resolve("profiles.jsonl"), market.profiles());
    writeAll(folder.resolve("vacancies.jsonl"), market.vacancies());
    writeAll(folder.resolve("judgments.jsonl"), market.judgments());
    try (Writer log = Files.newBufferedWriter(folder.resolve("log.jsonl"))) {
      visit(visits, line -> log.append(Json.write(line)).append('\n'));
    }
    try (Writer groups = Files.newBufferedWriter(folder.resolve("groups.csv"))) {
      groups.append("person,language,remote,lot\n");
      Dice dice = new Dice(seed).fork(-1);
      for (CompetenceProfile profile : market.profiles()) {
        groups.append(profile.id())
            .append(',')
            .append(profile.language() == null ? "" : profile.language().code())
            .append(',')
            .append(wishesRemote(profile) ? "wished" : "not wished")
            .append(',')
            .append(dice.chance(0.5) ? "heads" : "tails")
            .append('\n');
      }
    }
  }

  private static void writeAll(Path file, List<?> values) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Object value : values) {
        out.append(Json.write(value)).append('\n');
      }
    }
  }

  private void visit(CompetenceProfile profile, String list, Dice dice, Lines lines)
      throws IOException {
    Instant at = SimulatedMarket.NOW.plus(Duration.ofMinutes(dice.below(DAYS * 24 * 60)));
    Map<String, Integer> own = grades.getOrDefault(profile.id(), Map.of());
    boolean isShuffled = dice.chance(shuffledShare);
    List<String> shown = shown(own, dice);
    if (isShuffled) {
      shown = dice.shuffled(shown);
    }
    for (int position = 1; position <= shown.size(); position++) {
      String vacancy = shown.get(position - 1);
      lines.line(new LogLine("impression", list, vacancy, at, profile.id(), position,
          isShuffled ? "1-" + shown.size() : null));
      int grade = own.getOrDefault(vacancy, 0);
      boolean isLookedAt = dice.chance(StrictMath.pow(position, -biasPower));
      if (isLookedAt && dice.chance(CLICKS[grade])) {
        follow(list, vacancy, at, grade, dice, lines);
      }
    }
  }

  private static boolean wishesRemote(CompetenceProfile profile) {
    RemoteWork wish = profile.wishes().remote();
    return wish == RemoteWork.REMOTE || wish == RemoteWork.HYBRID;
  }

  private static void follow(String list, String vacancy, Instant at, int grade, Dice dice,
      Lines lines) throws IOException {
    Instant when = at;
    for (PortalEvent event : PortalEvent.values()) {
      if (event != PortalEvent.CLICK && !dice.chance(FOLLOWS[grade])) {
        return;
      }
      when = when.plus(Duration.ofMinutes(1 + dice.below(event == PortalEvent.CLICK ? 5 : 5_000)));
      lines.line(new LogLine(event.code(), list, vacancy, when, null, null, null));
    }
  }

  private List<String> shown(Map<String, Integer> own, Dice dice) {
    Map<String, Double> scores = new HashMap<>();
    own.forEach((vacancy, grade) -> scores.put(vacancy,
        0.1 * grade + 0.7 * dice.gaussian()
            - ageDays(Objects.requireNonNull(vacancies.get(vacancy))) / 20.0));
    return own.keySet()
        .stream()
        .sorted(Comparator.<String>comparingDouble(vacancy -> scores.getOrDefault(vacancy, 0.0))
            .reversed())
        .limit(SHOWN)
        .toList();
  }

  private static long ageDays(Vacancy vacancy) {
    Instant posted = vacancy.postedAt();
    return posted == null ? DAYS : Duration.between(posted, SimulatedMarket.NOW).toDays();
  }

  @Override
  public String toString() {
    return "SimulatedPortal[" + profiles.size() + " people, " + vacancies.size() + " vacancies]";
  }
}
