package org.metier.benchmarks.alerts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.metier.alert.Alert;
import org.metier.alert.Condition;
import org.metier.alert.SkillWish;
import org.metier.coding.IscoCodes;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;

/// The alerts of profiles as Lucene queries in lucene-monitor: term queries for concepts and contracts,
/// points for place, hours and pay, and a term for each thing that a vacancy does not say.
///
/// The presearcher is the one that filters by terms, told that occupations are the best terms to file a
/// query under, then skills; other settings (its defaults; filing under several sets of terms at once)
/// were not compared to the end.
final class MonitoredAlerts implements AutoCloseable {
  private static final String OCCUPATION = "occupation";
  private static final String ISCO = "isco";
  private static final String SKILL = "skill";
  private static final String CONTRACT = "contract";
  private static final String REMOTE = "remote";
  private static final String ABSENT = "absent";
  private static final String POINT = "point";
  private static final String MIN_HOURS = "minHours";
  private static final String MAX_HOURS = "maxHours";
  private static final String PAY = "pay";

  private final Taxonomy taxonomy;
  private final Monitor monitor;

  MonitoredAlerts(Taxonomy taxonomy, List<Alert> alerts) throws IOException {
    this(taxonomy, alerts, new TermFilteredPresearcher(weights(), List.of(), Set.of()));
  }

  MonitoredAlerts(Taxonomy taxonomy, List<Alert> alerts, Presearcher presearcher)
      throws IOException {
    this.taxonomy = taxonomy;
    monitor = new Monitor(new KeywordAnalyzer(), presearcher,
        new MonitorConfiguration().setQueryUpdateBufferSize(10_000));
    List<MonitorQuery> queries = new ArrayList<>();
    for (Alert alert : alerts) {
      queries.add(new MonitorQuery(alert.id(), query(alert)));
    }
    monitor.register(queries);
  }

  static TermWeightor weights() {
    return TermWeightor.combine(TermWeightor.fieldWeightor(8, OCCUPATION, ISCO),
        TermWeightor.fieldWeightor(2, SKILL), TermWeightor.fieldWeightor(0.01, CONTRACT, ABSENT),
        TermWeightor.fieldWeightor(0.1, REMOTE));
  }

  private static Query query(Alert alert) {
    requireProfileAlert(alert);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    BooleanQuery.Builder occupations = new BooleanQuery.Builder();
    alert.occupations().forEach(uri -> should(occupations, OCCUPATION, uri));
    alert.iscoGroups().forEach(code -> should(occupations, ISCO, code));
    all.add(occupations.build(), Occur.FILTER);
    SkillWish skills = alert.skills();
    if (skills != null) {
      all.add(skills(skills), Occur.FILTER);
    }
    if (alert.near() != null) {
      BooleanQuery.Builder near = new BooleanQuery.Builder()
          .add(LatLonPoint.newDistanceQuery(POINT, alert.near().centre().latitude(),
              alert.near().centre().longitude(), alert.near().radiusKm() * 1_000), Occur.SHOULD);
      all.add(should(near, REMOTE, RemoteWork.REMOTE.name()).build(), Occur.FILTER);
    }
    if (!alert.contracts().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      alert.contracts().forEach(contract -> should(any, CONTRACT, contract.name()));
      all.add(should(any, ABSENT, CONTRACT).build(), Occur.FILTER);
    }
    if (alert.hours() != null) {
      Query overlap = new BooleanQuery.Builder()
          .add(DoublePoint.newRangeQuery(MIN_HOURS, 0, alert.hours().max()), Occur.FILTER)
          .add(DoublePoint.newRangeQuery(MAX_HOURS, alert.hours().min(), 100), Occur.FILTER)
          .build();
      all.add(should(new BooleanQuery.Builder().add(overlap, Occur.SHOULD), ABSENT, MIN_HOURS)
          .build(), Occur.FILTER);
    }
    if (alert.pay() != null) {
      Query enough = DoublePoint.newRangeQuery(PAY, alert.pay().perYear(),
          Double.POSITIVE_INFINITY);
      all.add(should(new BooleanQuery.Builder().add(enough, Occur.SHOULD), ABSENT, PAY).build(),
          Occur.FILTER);
    }
    return all.build();
  }

  private static Query skills(SkillWish skills) {
    int weight = skills.weights().values().iterator().next();
    BooleanQuery.Builder enough = new BooleanQuery.Builder()
        .setMinimumNumberShouldMatch((skills.least() + weight - 1) / weight);
    skills.weights().keySet().forEach(uri -> should(enough, SKILL, uri));
    return should(new BooleanQuery.Builder().add(enough.build(), Occur.SHOULD), ABSENT, SKILL)
        .build();
  }

  private static BooleanQuery.Builder should(BooleanQuery.Builder any, String field, String term) {
    return any.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
  }

  /// Refuses conditions that profiles do not set, since they are not translated.
  private static void requireProfileAlert(Alert alert) {
    Set<Condition> unknown = Set.of(Condition.SKILLS, Condition.CONTRACT, Condition.HOURS,
        Condition.PAY, Condition.REMOTE);
    boolean isSimple = alert.wording().isEmpty() && alert.countries().isEmpty()
        && alert.languages().isEmpty() && alert.sources().isEmpty() && alert.remote().isEmpty()
        && alert.excludedEmployers().isEmpty() && alert.mayBeUnknown().equals(unknown)
        && alert.occupations().size() + alert.iscoGroups().size() > 0
        && (alert.skills() == null
            || Set.copyOf(alert.skills().weights().values()).size() == 1);
    if (!isSimple) {
      throw new IllegalArgumentException("alert " + alert.id() + " is not one of a profile");
    }
  }

  private Document document(Vacancy vacancy) {
    Document document = new Document();
    for (OccupationCode code : vacancy.occupations()) {
      occupation(document, code.uri());
    }
    vacancy.skills().forEach(skill -> keyword(document, SKILL, skill.uri()));
    absent(document, SKILL, vacancy.skills().isEmpty());
    for (Place place : vacancy.workplaces()) {
      if (place.point() != null) {
        document.add(
            new LatLonPoint(POINT, place.point().latitude(), place.point().longitude()));
      }
    }
    if (vacancy.remote() != null) {
      keyword(document, REMOTE, vacancy.remote().name());
    }
    absent(document, CONTRACT, vacancy.contract() == null);
    if (vacancy.contract() != null) {
      keyword(document, CONTRACT, vacancy.contract().name());
    }
    absent(document, MIN_HOURS, vacancy.hours() == null);
    if (vacancy.hours() != null) {
      document.add(new DoublePoint(MIN_HOURS, vacancy.hours().min()));
      document.add(new DoublePoint(MAX_HOURS, vacancy.hours().max()));
    }
    absent(document, PAY, vacancy.salary() == null);
    if (vacancy.salary() != null) {
      document.add(new DoublePoint(PAY, vacancy.salary().maxPerYear()));
    }
    return document;
  }

  private void occupation(Document document, String uri) {
    int concept = taxonomy.find(uri).orElseThrow();
    keyword(document, OCCUPATION, uri);
    for (int above : taxonomy.ancestors(concept)) {
      keyword(document, OCCUPATION, taxonomy.uri(above));
    }
    String code = IscoCodes.of(taxonomy, uri);
    for (int digits = 1; digits <= code.length(); digits++) {
      keyword(document, ISCO, code.substring(0, digits));
    }
  }

  private static void absent(Document document, String what, boolean isAbsent) {
    if (isAbsent) {
      keyword(document, ABSENT, what);
    }
  }

  private static void keyword(Document document, String field, String term) {
    document.add(new StringField(field, term, Field.Store.NO));
  }

  /// The ids of the alerts that each vacancy meets, in order.
  List<List<String>> match(List<Vacancy> vacancies) throws IOException {
    MultiMatchingQueries<QueryMatch> matches = monitor.match(
        vacancies.stream().map(this::document).toArray(Document[]::new),
        QueryMatch.SIMPLE_MATCHER);
    if (!matches.getErrors().isEmpty()) {
      throw new IllegalStateException("lucene-monitor failed: " + matches.getErrors());
    }
    List<List<String>> ids = new ArrayList<>();
    for (int i = 0; i < vacancies.size(); i++) {
      Collection<QueryMatch> met = matches.getMatches(i);
      ids.add(met.stream().map(QueryMatch::getQueryId).sorted().toList());
    }
    return ids;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
