package org.metier.taxonomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.text.Language;

class TaxonomyImportTest {
  private static final String OCCUPATIONS = "conceptType,conceptUri,iscoGroup,preferredLabel,"
      + "altLabels,hiddenLabels,status,regulatedProfessionNote\n";
  private static final String SKILLS = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,"
      + "altLabels,hiddenLabels,status\n";
  private static final String RELATIONS = "occupationUri,relationType,skillType,skillUri\n";
  private static final String BAKER = "http://e/occupation/baker";
  private static final String MAJOR = "http://e/occupation/major";
  private static final String KNEAD = "http://e/skill/knead";
  private static final String OVENS = "http://e/skill/ovens";

  @TempDir
  Path folder;
  private Path en;
  private Path fr;

  @BeforeEach
  void write_two_languages() throws IOException {
    en = Files.createDirectory(folder.resolve("en"));
    fr = Files.createDirectory(folder.resolve("fr"));
    write(en, "occupations_en.csv", OCCUPATIONS
        + "Occupation," + BAKER + ",7512,baker,\"bread baker, artisan\nbaker\nhead baker\","
        + "bakker,released,http://e/unregulated\n"
        + "Occupation," + MAJOR + ",0110,major,,,released,http://e/regulated\n"
        + "Occupation,http://e/occupation/gone,7512,gone,,,obsolete,\n");
    write(en, "skills_en.csv", SKILLS
        + "KnowledgeSkillCompetence," + KNEAD
        + ",skill/competence,sector-specific,knead dough,,,released\n"
        + "KnowledgeSkillCompetence," + OVENS + ",knowledge,transversal,ovens,,,released\n");
    write(en, "occupationSkillRelations.csv", RELATIONS
        + BAKER + ",essential,skill/competence," + KNEAD + "\n"
        + BAKER + ",optional,knowledge," + OVENS + "\n"
        + BAKER + ",optional,knowledge,http://e/skill/never\n");
    // neither suffix nor order of columns as usual, and one occupation more than English has
    write(fr, "occupations.csv", "\uFEFFpreferredLabel;conceptUri;iscoGroup;conceptType\n"
        + "boulanger / boulangère;" + BAKER + ";7512;Occupation\n"
        + "fromager;http://e/occupation/cheese;7513;Occupation\n");
  }

  private static Path write(Path folder, String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private TaxonomyImport.Result read(Path... folders) {
    return TaxonomyImport.of(List.of(folders)).read();
  }

  private static String refusal(Executable reading) {
    return String.valueOf(assertThrows(TaxonomyException.class, reading).getMessage());
  }

  private static int find(Taxonomy taxonomy, String uri) {
    return taxonomy.find(uri).orElseThrow();
  }

  @Test
  void labels_come_from_lines_and_never_from_commas() {
    Taxonomy taxonomy = read(en).taxonomy();
    assertEquals(List.of("baker", "bread baker, artisan", "head baker", "bakker"),
        taxonomy.labels(find(taxonomy, BAKER), Language.EN));
  }

  @Test
  void bars_part_the_labels_of_a_collection() throws IOException {
    write(en, "digitalSkillsCollection_en.csv",
        "conceptType,conceptUri,preferredLabel,status,altLabels,broaderConceptUri\n"
            + "KnowledgeSkillCompetence," + OVENS + ",ovens,released,stoves | kilns,"
            + KNEAD + " | http://e/skill/never\n");
    Taxonomy taxonomy = read(en).taxonomy();
    int ovens = find(taxonomy, OVENS);
    assertEquals(List.of("ovens", "kilns", "stoves"), taxonomy.labels(ovens, Language.EN));
    assertArrayEquals(new int[]{find(taxonomy, KNEAD)}, taxonomy.broader(ovens));
  }

  @Test
  void a_concept_of_one_language_alone_is_there() {
    Taxonomy taxonomy = read(en, fr).taxonomy();
    int cheese = find(taxonomy, "http://e/occupation/cheese");
    assertEquals(List.of(), taxonomy.labels(cheese, Language.EN));
    assertEquals("fromager", taxonomy.label(cheese, Language.EN));
    assertEquals("boulanger / boulangère", taxonomy.label(find(taxonomy, BAKER), Language.FR));
  }

  @Test
  void kinds_levels_and_regulation_are_read() {
    Taxonomy taxonomy = read(en).taxonomy();
    int knead = find(taxonomy, KNEAD);
    assertEquals(ConceptKind.SKILL, taxonomy.kind(knead));
    assertEquals(ReuseLevel.SECTOR_SPECIFIC, taxonomy.reuseLevel(knead));
    assertFalse(taxonomy.isKnowledge(knead));
    assertTrue(taxonomy.isKnowledge(find(taxonomy, OVENS)));
    assertTrue(taxonomy.isRegulated(find(taxonomy, MAJOR)));
    assertFalse(taxonomy.isRegulated(find(taxonomy, BAKER)));
    assertNull(taxonomy.reuseLevel(find(taxonomy, BAKER)));
  }

  @Test
  void missing_groups_are_made_from_codes_that_keep_their_zeros() {
    Taxonomy taxonomy = read(en).taxonomy();
    int major = find(taxonomy, MAJOR);
    assertEquals("0110", taxonomy.code(major));
    String codes = Stream.of(taxonomy.ancestors(major))
        .flatMapToInt(java.util.Arrays::stream)
        .mapToObj(taxonomy::code)
        .toList()
        .toString();
    assertEquals("[0110, 011, 01, 0]", codes);
  }

  @Test
  void groups_and_relations_of_the_files_win_over_codes() throws IOException {
    write(en, "ISCOGroups_en.csv", """
        conceptType,conceptUri,code,preferredLabel
        ISCOGroup,http://e/isco/C7512,7512,Bakers
        ISCOGroup,http://e/isco/C7,7,Craft workers
        """);
    write(en, "broaderRelationsOccPillar.csv", "conceptType,conceptUri,broaderType,broaderUri\n"
        + "Occupation," + BAKER + ",Occupation," + MAJOR + "\n"
        + "ISCOGroup,http://e/isco/C7512,ISCOGroup,http://e/isco/C7\n");
    Taxonomy taxonomy = read(en).taxonomy();
    int group = find(taxonomy, "http://e/isco/C7512");
    assertArrayEquals(new int[]{find(taxonomy, MAJOR)}, taxonomy.broader(find(taxonomy, BAKER)));
    assertArrayEquals(new int[]{find(taxonomy, "http://e/isco/C7")}, taxonomy.broader(group));
    assertEquals("Bakers", taxonomy.label(group, Language.EN));
  }

  @Test
  void the_skill_hierarchy_gives_groups_with_codes() throws IOException {
    write(en, "skillsHierarchy_en.csv",
        """
            Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 0 code,Level 1 code
            http://e/skill/S,skills,,,S
            http://e/skill/S,skills,http://e/skill/S1,communication,S,S1
            """);
    Taxonomy taxonomy = read(en).taxonomy();
    int group = find(taxonomy, "http://e/skill/S1");
    assertEquals(ConceptKind.SKILL_GROUP, taxonomy.kind(group));
    assertEquals("S1", taxonomy.code(group));
    assertArrayEquals(new int[]{find(taxonomy, "http://e/skill/S")}, taxonomy.broader(group));
  }

  @Test
  void the_report_counts_what_was_read_and_what_was_not() throws IOException {
    write(en, "notes_en.csv", "a,b\n1,2\n");
    write(en, "skills_sv.csv", SKILLS);
    TaxonomyReport report = read(en, fr).report();
    assertEquals(3, report.concepts().get(ConceptKind.OCCUPATION));
    assertEquals(2, report.concepts().get(ConceptKind.SKILL));
    assertEquals(2, report.labels().get(Language.FR));
    assertEquals(1, report.obsolete());
    assertEquals(1, report.droppedRelations());
    assertEquals(0, report.skippedRows());
    assertEquals(List.of("its columns are not those of a file of ESCO",
        "its language is not one of Metier's"),
        report.files()
            .stream()
            .map(TaxonomyReport.SourceFile::note)
            .filter(n -> !n.isEmpty())
            .toList());
  }

  @Test
  void a_bad_row_is_reported_with_its_place() throws IOException {
    Path file = write(en, "occupations_en.csv", OCCUPATIONS
        + "Occupation," + BAKER + ",7512,\"baker\nof bread\",,,released,\n"
        + "Occupation," + MAJOR + ",110,major,,,released,\n"
        + "Occupation,,7512,nobody,,,released,\n"
        + "Trade,http://e/x,7512,nobody,,,released,\n");
    TaxonomyReport report = read(en).report();
    assertEquals(List.of(
        file + ":4: iscoGroup is \"110\"; expected 4 digits such as 0110, leading zeros kept",
        file + ":5: conceptUri is empty; expected a URI such as http://data.europa.eu/esco/isco/C2654",
        file + ":6: conceptType is \"Trade\"; expected Occupation, KnowledgeSkillCompetence, ISCOGroup"
            + " or SkillGroup"),
        report.skipped().stream().map(Object::toString).toList());
    assertEquals(3, report.skippedRows());
  }

  @Test
  void the_order_of_folders_changes_no_byte() throws IOException {
    write(fr, "occupations_en.csv", OCCUPATIONS
        + "Occupation," + BAKER + ",7511,bread maker,baker,,released,\n");
    Path one = folder.resolve("one.bin");
    Path two = folder.resolve("two.bin");
    read(en, fr).taxonomy().save(one);
    read(fr, en).taxonomy().save(two);
    assertEquals(-1, Files.mismatch(one, two));
  }

  @Test
  void a_folder_of_folders_is_read_through() {
    assertEquals(read(en, fr).taxonomy().id(), read(folder).taxonomy().id());
  }

  @Test
  void an_unnamed_language_is_assumed_or_refused() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("download"));
    write(plain, "occupations.csv", "conceptType,conceptUri,iscoGroup,preferredLabel\n"
        + "Occupation," + BAKER + ",7512,bakker\n");
    TaxonomyImport source = TaxonomyImport.of(List.of(plain));
    assertTrue(refusal(source::read)
        .endsWith(
            "download/occupations.csv: the language of its labels is unknown; call it something"
                + " like occupations_en.csv, or name the language"));
    Taxonomy taxonomy = source.assuming(Language.NL).read().taxonomy();
    assertEquals(List.of("bakker"), taxonomy.labels(find(taxonomy, BAKER), Language.NL));
  }

  @Test
  void an_unusable_folder_is_refused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThrows(TaxonomyException.class, () -> read(en, empty));
    assertThrows(TaxonomyException.class, () -> read(folder.resolve("nowhere")));
    assertThrows(TaxonomyException.class, () -> read(en.resolve("skills_en.csv")));
    write(empty, "occupations_en.csv", "<!DOCTYPE html>\n<html></html>\n");
    assertThrows(TaxonomyException.class, () -> read(empty));
    write(empty, "occupations_en.csv", OCCUPATIONS);
    assertThrows(TaxonomyException.class, () -> read(empty));
  }

  @Test
  void a_file_that_is_no_text_or_no_csv_is_refused() throws IOException {
    Files.write(en.resolve("skills_en.csv"), (SKILLS
        + "KnowledgeSkillCompetence," + OVENS + ",knowledge,transversal,pâte,,,released\n")
        .getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(refusal(() -> read(en))
        .endsWith("skills_en.csv is not UTF-8; save it as \"CSV UTF-8\""));
    write(en, "skills_en.csv", SKILLS + "KnowledgeSkillCompetence," + OVENS + ",\"knowledge\n");
    assertTrue(refusal(() -> read(en))
        .contains("not well-formed CSV"));
  }

  @Test
  void a_home_keeps_what_it_was_given() {
    Home home = Home.open(folder.resolve("home"));
    TaxonomyReport report = TaxonomyImport.of(List.of(en)).into(home);
    assertEquals(report.taxonomyId(), Taxonomy.of(home).id());
    assertThrows(TaxonomyException.class,
        () -> TaxonomyImport.of(List.of(folder.resolve("nowhere"))).into(home));
    assertEquals(report.taxonomyId(), Taxonomy.of(home).id());
  }

  @Test
  void the_sample_is_named_in_every_language_and_compiled_as_it_is_written() {
    Taxonomy sample = SampleTaxonomy.fromCsv();
    assertEquals(Taxonomy.sample().id(), sample.id());
    assertTrue(sample.concepts(ConceptKind.OCCUPATION).length >= 120);
    assertTrue(sample.concepts(ConceptKind.SKILL).length >= 400);
    for (int concept = 0; concept < sample.size(); concept++) {
      if (sample.kind(concept) != ConceptKind.ISCO_GROUP) {
        for (Language language : Language.values()) {
          assertFalse(sample.labels(concept, language).isEmpty(), sample.uri(concept));
        }
      }
    }
  }
}
