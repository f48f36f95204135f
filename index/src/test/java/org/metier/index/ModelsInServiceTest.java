package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.coding.VacancyCoder;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.json.Json;
import org.metier.link.LinkConfidence;
import org.metier.link.LinkModel;
import org.metier.link.LinkModelException;
import org.metier.link.LinkRanker;
import org.metier.link.LinkTask;
import org.metier.rank.Forest;
import org.metier.search.SearchRequest;
import org.metier.search.VacancySearch;
import org.metier.skill.Reading;
import org.metier.skill.TextModels;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class ModelsInServiceTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final String FEED = Market.offers(
      Market.offer("1", "Boulanger de nuit", "Savoir1 et savoir2, dans notre fournil."));

  @TempDir
  private Path folder = Path.of("");

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private ModelSlot titles() {
    return home().model(LearnedPart.TITLES);
  }

  /// Never sure of anything.
  private static LinkModel unsure(LinkTask task) {
    LinkRanker ranker = new LinkRanker(Forest.of(task.features().size(), 0, List.of()),
        new LinkConfidence(-20, 0, 0, 0, 0));
    return new LinkModel(task, ranker, ranker);
  }

  private VacancyIndex index() {
    return VacancyIndex.builder(home())
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(Clock.fixed(Market.NOW, ZoneOffset.UTC))
        .build();
  }

  private static Vacancy baker(VacancyIndex index) {
    return index.find(new VacancyId("test", "1")).orElseThrow();
  }

  private Vacancy recoded() {
    try (VacancyIndex index = index()) {
      index.recode();
      return baker(index);
    }
  }

  @Test
  void recoding_follows_the_model_of_titles_in_service_and_goes_back_to_the_byte()
      throws IOException {
    try (VacancyIndex index = index()) {
      index.ingest(Market.feed(FEED).build());
    }
    Vacancy shipped = recoded();
    assertFalse(shipped.occupations().isEmpty());
    titles().install(unsure(LinkTask.TITLES).toBytes(), new byte[0]);
    assertEquals(List.of(), recoded().occupations());
    titles().back(file -> {});
    assertEquals(Json.write(shipped), Json.write(recoded()));
  }

  @Test
  void ingesting_codes_with_the_model_of_titles_in_service() throws IOException {
    titles().install(unsure(LinkTask.TITLES).toBytes(), new byte[0]);
    try (VacancyIndex index = index()) {
      index.ingest(Market.feed(FEED).build());
      assertEquals(List.of(), baker(index).occupations());
    }
  }

  @Test
  void the_id_of_a_coder_changes_with_the_models_that_it_uses_and_back() {
    String shipped = VacancyCoder.of(home(), TAXONOMY, ANALYZER).id();
    assertEquals(VacancyCoder.over(TAXONOMY, ANALYZER).id(), shipped);
    titles().install(unsure(LinkTask.TITLES).toBytes(), new byte[0]);
    String installed = VacancyCoder.of(home(), TAXONOMY, ANALYZER).id();
    assertNotEquals(shipped, installed);
    TextModels own = TextModels.standard().withTitles(unsure(LinkTask.TITLES));
    assertEquals(VacancyCoder.builder(TAXONOMY, ANALYZER).models(own).build().id(), installed);
    titles().back(file -> {});
    assertEquals(shipped, VacancyCoder.of(home(), TAXONOMY, ANALYZER).id());
  }

  @Test
  void the_model_of_skills_is_in_the_id_of_a_coder_that_links_skills_alone() {
    TextModels own = TextModels.standard().withSkills(unsure(LinkTask.SKILLS));
    for (Reading reading : Reading.values()) {
      VacancyCoder.Builder builder = VacancyCoder.builder(TAXONOMY, ANALYZER).skills(reading);
      String shipped = builder.build().id();
      assertEquals(reading != Reading.LINKED, shipped.equals(builder.models(own).build().id()),
          reading::toString);
    }
  }

  @Test
  void a_query_is_understood_by_the_model_of_titles_in_service() {
    assertFalse(understood(VacancySearch.builder(home())).isEmpty());
    titles().install(unsure(LinkTask.TITLES).toBytes(), new byte[0]);
    assertEquals(List.of(), understood(VacancySearch.builder(home())));
    assertFalse(understood(VacancySearch.builder(home())
        .titles(LinkModel.standard(LinkTask.TITLES))).isEmpty(), "given by hand");
  }

  private static List<?> understood(VacancySearch.Builder builder) {
    try (VacancySearch search = builder.taxonomy(TAXONOMY).build()) {
      return search.search(SearchRequest.builder("bakery").language(Language.EN).build())
          .interpretation()
          .concepts();
    }
  }

  @Test
  void a_broken_model_of_titles_stops_ingest_and_search_and_changes_nothing() throws IOException {
    try (VacancyIndex index = index()) {
      index.ingest(Market.feed(FEED).build());
    }
    titles().install(unsure(LinkTask.TITLES).toBytes(), new byte[0]);
    Files.writeString(titles().file(), "{\"kind\":\"titles\",\"formatVersion\":7}");
    String message = String.valueOf(assertThrows(LinkModelException.class,
        () -> VacancySearch.open(home())).getMessage());
    assertTrue(message.startsWith(titles().file() + ": \"formatVersion\" is not 1"), message);
    try (VacancyIndex index = index()) {
      Vacancy before = baker(index);
      assertThrows(LinkModelException.class, index::recode);
      assertThrows(LinkModelException.class, () -> index.ingest(Market.feed(FEED).build()));
      assertEquals(before, baker(index));
      assertEquals(List.of(), index.check().findings());
    }
  }
}
