package org.metier.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;
import org.metier.vacancy.VacancyId;

class ClustersTest {
  private final AdvertMemory memory = new AdvertMemory(Clusters.standard());

  private static Set<NavigableSet<VacancyId>> parts(AdvertMemory memory) {
    return memory.clusters().stream().map(Cluster::members).collect(Collectors.toSet());
  }

  private static Advert advert(String source, String key) {
    return Adverts.of(Adverts.vacancy(source, key, "Baker", "Crumb", "Ghent"));
  }

  private Cluster clusterOf(Advert advert) {
    return memory.clusterOf(advert.id()).orElseThrow();
  }

  @RepeatedTest(25)
  void a_market_whose_truth_is_known_is_parted_as_it_is(RepetitionInfo run) {
    List<Advert> market = Adverts.market(new Random(run.getCurrentRepetition()), 40);
    memory.put(market);
    Set<Set<String>> found = memory.clusters()
        .stream()
        .map(c -> c.members()
            .stream()
            .map(id -> id.key().replaceAll("-.*", ""))
            .collect(Collectors.toSet()))
        .collect(Collectors.toSet());
    assertTrue(found.stream().allMatch(vacancies -> vacancies.size() == 1), found::toString);
    assertEquals(40, memory.clusters().size());
  }

  @RepeatedTest(25)
  void parts_do_not_depend_on_the_order_of_arrival(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Advert> market = Adverts.market(random, 15);
    memory.put(market);
    Collections.shuffle(market, random);
    AdvertMemory singly = new AdvertMemory(Clusters.standard());
    market.forEach(advert -> singly.put(List.of(advert)));
    assertEquals(parts(memory), parts(singly));
  }

  @RepeatedTest(25)
  void running_again_changes_nothing(RepetitionInfo run) {
    List<Advert> market = Adverts.market(new Random(run.getCurrentRepetition()), 15);
    memory.put(market);
    assertTrue(memory.put(market).isEmpty());
    for (Advert advert : market) {
      assertTrue(memory.put(List.of(advert)).isEmpty());
    }
  }

  @RepeatedTest(25)
  void what_goes_and_comes_back_is_where_it_was(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Advert> market = Adverts.market(random, 15);
    memory.put(market);
    Set<NavigableSet<VacancyId>> before = parts(memory);
    List<Advert> gone = market.stream().filter(a -> random.nextInt(3) == 0).toList();
    memory.remove(gone.stream().map(Advert::id).toList());
    Set<VacancyId> left = new HashSet<>();
    memory.clusters().forEach(c -> left.addAll(c.members()));
    assertEquals(market.size() - gone.size(), left.size());
    memory.put(gone);
    assertEquals(before, parts(memory));
  }

  @Test
  void a_member_that_goes_does_not_take_the_cluster() {
    Advert first = advert("a", "1");
    memory.put(List.of(first, advert("b", "2"), advert("c", "3")));
    Cluster before = clusterOf(first);
    memory.remove(List.of(before.representative()));
    Cluster after = memory.cluster(before.name()).orElseThrow();
    assertEquals(2, after.members().size());
    assertTrue(after.members().contains(after.representative()));
    assertEquals(before.firstSeen(), after.firstSeen());
  }

  @Test
  void the_representative_stays_when_a_better_one_joins() {
    Advert poor = advert("b", "2");
    memory.put(List.of(poor));
    Advert rich = Adverts.of(Adverts.vacancy("a", "1", "Baker", "Crumb", "Ghent")
        .positions(2)
        .experienceMonths(3)
        .applyUrl("https://example.org/apply/1"));
    memory.put(List.of(rich));
    assertEquals(poor.id(), clusterOf(rich).representative());
    memory.remove(List.of(poor.id()));
    assertEquals(rich.id(), clusterOf(rich).representative());
  }

  @Test
  void the_most_trusted_source_is_shown_first() {
    AdvertMemory trusting = new AdvertMemory(
        Clusters.builder().trust(source -> source.equals("z") ? 2 : 1).build());
    Advert trusted = advert("z", "1");
    trusting.put(List.of(advert("a", "1"), trusted));
    assertEquals(trusted.id(), trusting.clusterOf(trusted.id()).orElseThrow().representative());
  }

  @Test
  void a_repost_does_not_make_the_vacancy_new() {
    Advert first = advert("a", "1");
    Advert again = Adverts.of(Adverts.vacancy("a", "2", "Baker", "Crumb", "Ghent")
        .postedAt(Adverts.START.plus(Duration.ofDays(9))));
    memory.put(List.of(first));
    memory.put(List.of(again));
    assertEquals(Adverts.START, clusterOf(again).firstSeen());
    memory.remove(List.of(first.id()));
    assertEquals(Adverts.START, clusterOf(again).firstSeen());
    AdvertMemory apart = new AdvertMemory(Clusters.builder().repostsApart().build());
    apart.put(List.of(first, again));
    assertEquals(2, apart.clusters().size());
  }

  @Test
  void a_ruling_wins_for_ever_and_can_be_taken_back() {
    Advert a = advert("a", "1");
    Advert b = advert("b", "2");
    memory.put(List.of(a, b));
    Ruling apart = new Ruling(b.id(), a.id(), Ruling.Verdict.KEEP_APART);
    memory.rule(apart);
    assertEquals(2, memory.clusters().size());
    memory.put(List.of(a, b));
    memory.remove(List.of(a.id()));
    memory.put(List.of(a));
    assertEquals(2, memory.clusters().size());
    memory.retract(apart);
    assertEquals(1, memory.clusters().size());
  }

  @Test
  void a_ruling_joins_what_vetoes_part() {
    Advert a = advert("a", "1");
    Advert far = Adverts.of(Adverts.vacancy("b", "2", "Baker", "Loaf", "Bruges"));
    memory.put(List.of(a, far, advert("c", "3")));
    assertEquals(2, memory.clusters().size());
    memory.rule(new Ruling(a.id(), far.id(), Ruling.Verdict.BELONG_TOGETHER));
    Cluster cluster = clusterOf(far);
    assertEquals(3, cluster.members().size());
    assertTrue(cluster.links().getFirst().decision().sentence().contains("a person decided"));
    assertEquals(cluster, Json.read(Json.write(cluster), Cluster.class));
  }

  @Test
  void no_chain_joins_what_must_stay_apart() {
    Advert crumb = advert("a", "1");
    Advert nameless = Adverts
        .of(Adverts.vacancy("b", "2", "Baker", "Crumb", "Ghent").employer(null));
    Advert loaf = Adverts.of(Adverts.vacancy("c", "3", "Baker", "Loaf", "Ghent"));
    for (List<Advert> order : List.of(List.of(crumb, nameless, loaf),
        List.of(loaf, nameless, crumb),
        List.of(nameless, loaf, crumb))) {
      AdvertMemory fresh = new AdvertMemory(Clusters.standard());
      order.forEach(advert -> fresh.put(List.of(advert)));
      assertEquals(2, fresh.clusters().size());
      assertTrue(fresh.clusters()
          .stream()
          .noneMatch(
              c -> c.members().containsAll(Set.of(crumb.id(), loaf.id()))));
    }
  }

  @Test
  void siblings_are_the_same_advertisement_elsewhere() {
    Advert ghent = advert("a", "1");
    Advert bruges = Adverts.of(Adverts.vacancy("a", "2", "Baker", "Crumb", "Bruges"));
    memory.put(List.of(ghent, bruges));
    assertEquals(new TreeSet<>(Set.of(bruges.id())),
        Clusters.standard().siblings(memory, clusterOf(ghent)));
  }

  @Test
  void a_cluster_that_dissolves_names_its_heir() {
    Advert a = advert("a", "1");
    Advert b = advert("b", "2");
    Ruling apart = new Ruling(a.id(), b.id(), Ruling.Verdict.KEEP_APART);
    memory.put(new ArrayList<>(List.of(a)));
    memory.rule(apart);
    memory.put(List.of(b));
    ClusterChanges joined = memory.retract(apart);
    assertEquals(1, joined.clusters().size());
    assertEquals(Set.of(joined.clusters().getFirst().name()),
        Set.copyOf(joined.dissolved().values()));
    assertEquals("", memory.remove(List.of(a.id(), b.id()))
        .dissolved()
        .get(joined.clusters().getFirst().name()));
  }
}
