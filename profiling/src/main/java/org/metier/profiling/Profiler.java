package org.metier.profiling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.link.ConceptTagger;
import org.metier.link.OccupationLinker;
import org.metier.place.Gazetteer;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.extraction.Refusal;
import org.metier.profiling.extraction.TextExtractor;
import org.metier.profiling.privacy.BlindCv;
import org.metier.profiling.privacy.GenderWords;
import org.metier.profiling.privacy.PersonParts;
import org.metier.profiling.privacy.PersonalData;
import org.metier.profiling.sections.TextCv;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.QualificationFinder;
import org.metier.section.SectionModel;
import org.metier.section.SectionModelFile;
import org.metier.skill.Reading;
import org.metier.skill.SkillExtractor;
import org.metier.skill.TextModels;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.LanguageDetector;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Makes competence profiles of CVs: PDF, DOCX, ODT, RTF, HTML, plain text, Europass (XML and JSON of both
/// generations, also attached to a PDF), EURES, HR-XML and JSON Resume, told apart by content.
///
/// What tells who a person is ([org.metier.profiling.privacy.PersonalKind]) is taken out before anything
/// else looks at the text, and reaches neither profile nor logs. Titles are linked in the form that stands
/// for all genders, and evidence points into the blind text ([BlindCv]), so that neither a name nor a
/// gender moves a profile or a score.
///
/// Thread-safe: open one and share it. Opening loads the taxonomy's labels; a CV costs one to two
/// tenths of a second, most of it for linking skills ([Builder#skills]), and the first PDF, DOCX, ODT or RTF starts a child process (see [TextExtractor]).
public final class Profiler implements AutoCloseable {
  /// Changes whenever equal CVs may give other profiles with equal models, so that they are read anew.
  public static final int VERSION = 1;

  private final Taxonomy taxonomy;
  private final TextExtractor extractor;
  private final CvReading reading;
  private final OccupationLinker linker;
  private final ConceptTagger tagger;
  private final Occupations occupations;
  private final TitleVocabulary vocabulary;
  private final GenderWords gender;
  private final Competences competences;
  private final Qualifications qualifications;
  private final CodedConcepts coded;
  private final PeriodsOfUse periodsOfUse;
  private final Supplier<String> identity;
  private final Homes homes;
  private final PersonalData personalData = PersonalData.create();

  private Profiler(Builder builder) {
    taxonomy = builder.taxonomy;
    vocabulary = new TitleVocabulary(taxonomy);
    TextAnalyzer analyzer = TextAnalyzer.create();
    gender = new GenderWords(vocabulary::contains);
    linker = OccupationLinker.over(taxonomy, analyzer, builder.models.titles());
    tagger = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
    occupations = new Occupations(taxonomy, linker, gender, tagger);
    TextModels models = builder.models;
    SectionModel sections = builder.sections;
    SkillExtractor skills = SkillExtractor.builder(taxonomy, analyzer)
        .reading(builder.reading)
        .models(models)
        .build();
    competences = new Competences(taxonomy, skills);
    identity = () -> VERSION + "-" + taxonomy.id() + "-" + models.titles().sha256() + "-"
        + SectionModelFile.sha256(sections) + "-" + skills.id();
    qualifications = new Qualifications(QualificationFinder.create());
    coded = new CodedConcepts(taxonomy);
    periodsOfUse = new PeriodsOfUse(taxonomy);
    homes = new Homes(builder.gazetteer);
    extractor = builder.extraction.build();
    reading = new CvReading(extractor, new TextCv(builder.sections, builder.clock, personalData),
        LanguageDetector.create(), this::knowledge);
  }

  /// A profiler over the taxonomy, the gazetteer and the models in service of a home.
  public static Profiler open(Home home) {
    return builder(home).build();
  }

  /// A builder over the taxonomy, the gazetteer and the models in service of a home.
  public static Builder builder(Home home) {
    return builder(home, Taxonomy.of(home));
  }

  /// A builder over the gazetteer and the models in service of a home whose taxonomy is open already.
  ///
  /// @throws org.metier.link.LinkModelException if the home's model of titles or skills cannot be used
  /// @throws org.metier.skill.SpanModelException if that of spans cannot
  /// @throws org.metier.section.SectionModelException if that of sections cannot
  public static Builder builder(Home home, Taxonomy taxonomy) {
    return builder(taxonomy).gazetteer(Gazetteer.of(home))
        .models(TextModels.of(home))
        .sections(SectionModel.of(home));
  }

  /// A builder over a taxonomy without a home: places are the built-in ones, models those that ship with Metier.
  public static Builder builder(Taxonomy taxonomy) {
    return new Builder(taxonomy);
  }

  /// Names what reads a CV: changes whenever equal CVs may give other profiles, so that a portal that keeps it
  /// beside a profile can tell the stale ones. It changes with the release, the taxonomy, the models in service
  /// and how closely texts are read; not with the gazetteer or the clock. Costs a tenth of a second, for the
  /// models are hashed.
  public String id() {
    return identity.get();
  }

  private TextCv.Knowledge knowledge(@Nullable Language detected) {
    Language language = detected == null ? Language.EN : detected;
    return new TextCv.Knowledge(words -> occupations.titleness(words, language),
        word -> isTitleWord(word, language),
        words -> qualifications.levelOfCourse(words, language) != null,
        words -> qualifications.isLicence(words, language), homes::find);
  }

  /// Whether a word or its form for all genders is part of some job title.
  private boolean isTitleWord(String word, Language language) {
    String generic = gender.title(word, language);
    return vocabulary.contains(language, generic) || vocabulary.contains(Language.EN, generic);
  }

  /// The profile of a CV file.
  ///
  /// @param id chosen by the portal; a pseudonym, never a name
  /// @throws ProfilingException if the file is missing or cannot be read as a CV
  public CompetenceProfile profile(Path cv, String id) {
    return read(cv, id, Wishes.NONE).profile();
  }

  /// The profile of a CV. The stream is left open.
  ///
  /// @param id chosen by the portal; a pseudonym, never a name
  /// @throws ProfilingException if it cannot be read as a CV
  public CompetenceProfile profile(InputStream cv, String id) throws IOException {
    return read(cv, id, Wishes.NONE).profile();
  }

  /// The profile of a CV file, and what an adviser should see beside it.
  ///
  /// @param wishes what the person declared to the portal; it goes before what the CV asks for
  /// @throws ProfilingException if the file is missing or cannot be read as a CV
  public ProfiledCv read(Path cv, String id, Wishes wishes) {
    byte[] file;
    try {
      if (!Files.isRegularFile(cv)) {
        throw new ProfilingException(cv + " is no file; name a CV");
      }
      if (Files.size(cv) > TextExtractor.MAX_BYTES) {
        throw new ProfilingException(cv + " " + Refusal.TOO_LARGE.advice());
      }
      file = Files.readAllBytes(cv);
    } catch (IOException e) {
      throw new ProfilingException(cv + " cannot be read; check that you may read it", e);
    }
    return read(file, cv.toString(), id, wishes);
  }

  /// The profile of a CV, and what an adviser should see beside it. The stream is left open.
  ///
  /// @param wishes what the person declared to the portal; it goes before what the CV asks for
  /// @throws ProfilingException if it cannot be read as a CV
  public ProfiledCv read(InputStream cv, String id, Wishes wishes) throws IOException {
    return read(cv.readNBytes(TextExtractor.MAX_BYTES + 1), "the CV " + id, id, wishes);
  }

  private ProfiledCv read(byte[] file, String name, String id, Wishes wishes) {
    long start = System.nanoTime();
    CvReading.Read read = reading.read(file, name);
    BlindCv blind = blind(read.document(), read.language());
    CompetenceProfile profile = profile(read.document(), blind, read.language(), id, wishes);
    CompetenceProfile blindProfile = blind.profile(profile);
    long end = System.nanoTime();
    return new ProfiledCv(blindProfile, blind, blindHidden(read), read.warnings(),
        read.extraction(), Duration.ofNanos(end - start).minus(read.extraction()));
  }

  /// Occupations that a job title may mean, likeliest first: what to offer a person who finds the one in
  /// the profile wrong.
  ///
  /// @param language that the title is written in
  /// @param limit at least 1
  /// @return URIs of the taxonomy, at most `limit`
  public List<String> occupationsNamed(String title, Language language, int limit) {
    return linker.link(gender.title(title.strip(), language), language, limit)
        .stream()
        .map(link -> taxonomy.uri(link.concept()))
        .toList();
  }

  /// Skills whose label is all of these words: what a person adds by its name.
  ///
  /// @param language that the words are written in
  /// @return URIs of the taxonomy; empty when the words name none
  public List<String> skillsNamed(String words, Language language) {
    String plain = words.strip();
    return tagger.tag(language, plain)
        .stream()
        .filter(tag -> tag.span().length() == plain.length())
        .map(tag -> taxonomy.uri(tag.concept()))
        .distinct()
        .toList();
  }

  private BlindCv blind(CvDocument document, @Nullable Language detected) {
    List<Span> titles = new ArrayList<>(document.wanted());
    document.jobs().forEach(job -> titles.addAll(job.titles()));
    return BlindCv.of(document.text(), document.personal(), titles,
        detected == null ? Language.EN : detected, gender);
  }

  private List<String> blindHidden(CvReading.Read read) {
    Language language = read.language() == null ? Language.EN : read.language();
    return read.hidden()
        .stream()
        .map(text -> BlindCv.of(text, personalData.find(text, PersonParts.named(List.of())),
            List.of(), language, gender).text())
        .toList();
  }

  private CompetenceProfile profile(CvDocument document, BlindCv blind,
      @Nullable Language detected, String id, Wishes wishes) {
    Language language = detected == null ? Language.EN : detected;
    Quotes quotes = new Quotes(document, id);
    List<HeldOccupation> held = coded.held(occupations.held(document, language, quotes), document,
        quotes);
    List<Competence> skills = coded.competences(
        competences.of(document, blind, language, quotes, held), document, quotes);
    Map<DrivingLicence, List<Evidence>> licences = qualifications.licences(document, language,
        quotes);
    return CompetenceProfile.builder(id)
        .language(detected)
        .occupations(held)
        .competences(periodsOfUse.of(skills, held, document))
        .education(qualifications.education(document, language, quotes))
        .languages(qualifications.languages(document, language, quotes))
        .certificates(qualifications.certificates(document, quotes))
        .drivingLicences(licences.keySet())
        .licenceEvidence(licences)
        .place(homes.located(document.place()))
        .wishes(merged(wishes, document, wanted(document, language)))
        .build();
  }

  private Set<String> wanted(CvDocument document, Language language) {
    Set<String> wanted = new TreeSet<>(coded.wanted(document));
    wanted.addAll(occupations.wanted(document, language));
    return wanted;
  }

  /// What the person declared, and where nothing was declared, what the CV asks for.
  private static Wishes merged(Wishes declared, CvDocument document, Set<String> wanted) {
    return declared.orElse(document.terms().toBuilder().occupations(wanted).build());
  }

  /// Ends the child processes.
  @Override
  public void close() {
    extractor.close();
  }

  /// Collects the settings of a [Profiler]. Not thread-safe; every setting is optional.
  public static final class Builder {
    private final Taxonomy taxonomy;
    private Gazetteer gazetteer = Gazetteer.builtIn();
    private Clock clock = Clock.systemUTC();
    private TextExtractor.Builder extraction = TextExtractor.builder();
    private Reading reading = Reading.LINKED;
    private TextModels models = TextModels.standard();
    private SectionModel sections = SectionModel.standard();

    private Builder(Taxonomy taxonomy) {
      this.taxonomy = taxonomy;
    }

    /// Locates towns and postcodes; by default that of the home, or the built-in one without a home.
    public Builder gazetteer(Gazetteer gazetteer) {
      this.gazetteer = gazetteer;
      return this;
    }

    /// Tells today, which bounds the dates that can be true; the system's by default.
    public Builder clock(Clock today) {
      clock = today;
      return this;
    }

    /// How closely texts are read for skills; [Reading#LINKED] by default, for a CV is read once and matched often.
    public Builder skills(Reading closeness) {
      reading = closeness;
      return this;
    }

    /// What reads titles and skills; by default the models in service in the home, or those that ship with
    /// Metier without a home.
    public Builder models(TextModels own) {
      models = own;
      return this;
    }

    /// What tells the sections of a CV; by default as for [#models].
    public Builder sections(SectionModel own) {
      sections = own;
      return this;
    }

    /// How files are read: time limit, number of child processes and the like.
    public Builder extraction(TextExtractor.Builder settings) {
      extraction = settings;
      return this;
    }

    public Profiler build() {
      return new Profiler(this);
    }
  }
}
