package org.metier.examples.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.metier.feed.Feed;
import org.metier.home.Home;
import org.metier.index.Matcher;
import org.metier.index.VacancyIndex;
import org.metier.match.Match;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;
import org.metier.match.wording.Reader;
import org.metier.match.wording.Wording;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// From a feed and a CV to explained matches in twelve lines; the README shows them.
public final class Tour {
  private Tour() {}

  /// Arguments: home folder, feed, CV.
  public static void main(String[] arguments) throws IOException {
    run(Home.open(Path.of(arguments[0])), Path.of(arguments[1]), Path.of(arguments[2]),
        Clock.systemUTC(), System.out);
  }

  static void run(Home home, Path feed, Path cv, Clock clock, PrintStream out) throws IOException {
    // tour
    try (var index = VacancyIndex.open(home);
        var profiler = Profiler.open(home);
        var matcher = Matcher.builder(home).clock(clock).build()) {
      index.ingest(Feed.of("france-emploi", feed).build());
      Wording wording = Wording.in(Language.EN, Reader.COUNSELLOR, Taxonomy.of(home));
      for (Match match : matcher.match(profiler.profile(cv, "person-1"), 2)) {
        out.printf(Locale.ROOT, "%.2f %s%n", match.score(), match.vacancy().title());
        out.println("  " + wording.describe(match, Side.CAN_DO));
        for (Reason why : match.reasons().subList(0, 3)) {
          out.printf(Locale.ROOT, "  %+.2f %s%n", why.contribution(), wording.describe(why));
        }
      }
    }
    // end of tour
  }
}
