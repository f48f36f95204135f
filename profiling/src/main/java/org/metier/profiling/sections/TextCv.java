package org.metier.profiling.sections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.Section;
import org.metier.profiling.document.StatedCertificate;
import org.metier.profiling.document.StatedEducation;
import org.metier.profiling.document.StatedJob;
import org.metier.profiling.privacy.NameSense;
import org.metier.profiling.privacy.PersonParts;
import org.metier.profiling.privacy.PersonalData;
import org.metier.profiling.privacy.PersonalKind;
import org.metier.profiling.privacy.PersonalSpan;
import org.metier.section.SectionKind;
import org.metier.section.SectionModel;
import org.metier.text.Span;

/// Reads the running text of a CV as a document. Immutable and thread-safe; a read costs one title
/// look-up for each line above the first heading and a few for each job.
public final class TextCv {
  /// A job below other things than experience has a title from here on.
  private static final double LIKELY_TITLE = 0.5;

  private final Headings headings = Headings.load();
  private final PersonalData personalData;
  private final PeriodFinder periods;
  private final SectionModel sections;

  /// @param sections tells the headings that no list knows
  /// @param clock tells which dates lie too far ahead to be true
  /// @param personalData finds what must not be read
  public TextCv(SectionModel sections, Clock clock, PersonalData personalData) {
    this.sections = sections;
    this.periods = new PeriodFinder(clock);
    this.personalData = personalData;
  }

  /// What only the taxonomy, the vocabularies and the gazetteer know.
  ///
  /// @param titles how much words look like a job title
  /// @param isTitleWord whether a word is part of some job title
  /// @param namesLevel whether words name a level of education
  /// @param isLicence whether words name a driving licence
  /// @param places the place that words name, null when none
  public record Knowledge(TitleSense titles, Predicate<String> isTitleWord,
      Predicate<String> namesLevel, Predicate<String> isLicence,
      Function<String, @Nullable Place> places) {}

  /// @param text as [CleanText] left it
  public CvDocument read(String text, Knowledge knowledge) {
    List<Block> blocks = Block.cut(text, headings, sections);
    Head head = new Head(knowledge.titles(), new NameSense(text, knowledge.isTitleWord()),
        line -> periods.find(line).stream().anyMatch(Period::isRange));
    head.read(blocks.getFirst().lines());
    List<PersonalSpan> personal = personalData.find(text, parts(blocks, head, knowledge));
    return document(PersonalSpan.blank(text, personal), personal, blocks, head, knowledge,
        place(text, personal, knowledge));
  }

  private static PersonParts parts(List<Block> blocks, Head head, Knowledge knowledge) {
    List<Span> own = new ArrayList<>(head.own);
    List<Span> references = new ArrayList<>();
    for (Block block : blocks.subList(1, blocks.size())) {
      switch (block.kind()) {
        case PERSONAL -> block.lines().forEach(line -> own.add(line.span()));
        case REFERENCES -> block.lines().forEach(line -> references.add(line.span()));
        case HEADLINE, WISH, SUMMARY, EXPERIENCE, EDUCATION, SKILLS, LANGUAGES, CERTIFICATES, INTERESTS, OTHER ->
          {
          }
      }
    }
    return new PersonParts(own, references, List.of(), knowledge.isTitleWord(),
        words -> knowledge.places().apply(words) != null);
  }

  private CvDocument document(String text, List<PersonalSpan> personal, List<Block> blocks,
      Head head, Knowledge knowledge, @Nullable Place place) {
    List<Section> sections = new ArrayList<>();
    List<StatedJob> jobs = new ArrayList<>();
    List<StatedEducation> education = new ArrayList<>();
    List<Span> wanted = new ArrayList<>();
    for (Span title : head.titles) {
      sections.add(new Section(SectionKind.HEADLINE, title));
      jobs.add(StatedJob.of(title, null));
    }
    addSection(sections, SectionKind.SUMMARY, head.summary);
    boolean hasHeadings = blocks.size() > 1;
    if (!hasHeadings) {
      jobs.addAll(jobFinder(knowledge).find(lines(text, head.summary)));
    }
    SectionKind before = SectionKind.PERSONAL;
    for (Block block : blocks.subList(1, blocks.size())) {
      List<Line> lines = lines(text, block.lines());
      addSection(sections, block.kind(), lines);
      switch (block.kind()) {
        case EXPERIENCE -> jobs.addAll(jobFinder(knowledge).find(lines));
        case EDUCATION -> education
            .addAll(new EducationFinder(periods, knowledge.namesLevel()).find(lines));
        case HEADLINE, WISH -> lines.stream()
            .limit(3)
            .filter(l -> l.text().length() <= 100)
            .forEach(l -> wish(block.kind(), l, wanted, jobs));
        case OTHER -> jobs.addAll(interrupted(lines, before, knowledge));
        case SUMMARY, CERTIFICATES, SKILLS -> lines
            .forEach(line -> wanted.addAll(TermsFinder.asked(line)));
        case PERSONAL, LANGUAGES, INTERESTS, REFERENCES -> {
        }
      }
      before = block.kind();
    }
    sections.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    List<StatedCertificate> certificates = certificates(text, blocks, knowledge);
    return CvDocument.builder(text)
        .certificates(certificates)
        .terms(new TermsFinder(periods).find(blocks))
        .sections(sections)
        .jobs(jobs)
        .education(education)
        .dates(dates(sections, text))
        .wanted(wanted)
        .place(place)
        .personal(personal)
        .build();
  }

  /// The jobs that go on below achievements of the job before, such as "Accomplishments" in the midst of
  /// experience: only those with a range and a likely title.
  private List<StatedJob> interrupted(List<Line> lines, SectionKind before, Knowledge knowledge) {
    if (before != SectionKind.EXPERIENCE) {
      return List.of();
    }
    return jobFinder(knowledge).find(lines)
        .stream()
        .filter(job -> job.period() != null
            && (job.period().isOngoing() || job.period().end() != null)
            && job.titles()
                .stream()
                .limit(1)
                .anyMatch(title -> titleness(title, lines, knowledge) >= LIKELY_TITLE))
        .toList();
  }

  private static double titleness(Span title, List<Line> lines, Knowledge knowledge) {
    for (Line line : lines) {
      if (line.start() <= title.start() && title.end() <= line.end()) {
        return knowledge.titles()
            .of(line.text().substring(title.start() - line.start(), title.end() - line.start()));
      }
    }
    return 0;
  }

  private List<StatedCertificate> certificates(String text, List<Block> blocks,
      Knowledge knowledge) {
    CertificateFinder finder = new CertificateFinder(periods, knowledge.isLicence());
    List<StatedCertificate> found = new ArrayList<>();
    for (Block block : blocks.subList(1, blocks.size())) {
      if (block.kind() == SectionKind.CERTIFICATES) {
        found.addAll(finder.find(lines(text, block.lines())));
      }
    }
    return found;
  }

  private JobFinder jobFinder(Knowledge knowledge) {
    return new JobFinder(periods, knowledge.titles(),
        words -> knowledge.places().apply(words) != null);
  }

  private static void wish(SectionKind kind, Line line, List<Span> wanted, List<StatedJob> jobs) {
    if (kind == SectionKind.WISH) {
      List<Span> asked = TermsFinder.asked(line);
      wanted.addAll(asked);
      Segments.of(line.text(), line.start())
          .stream()
          .filter(part -> asked.isEmpty() && !TermsFinder.isTerm(
              line.text().substring(part.start() - line.start(), part.end() - line.start())))
          .forEach(wanted::add);
    } else {
      jobs.add(StatedJob.of(line.span(), null));
    }
  }

  private List<Span> dates(List<Section> sections, String text) {
    List<Span> dates = new ArrayList<>();
    for (Section section : sections) {
      int start = section.span().start();
      for (Line line : Line.of(section.span().of(text))) {
        for (Period period : periods.find(line.text())) {
          int from = start + line.start() + period.span().start();
          dates.add(new Span(from, from + period.span().length()));
        }
      }
    }
    return dates;
  }

  /// The same lines after blanking; those of which nothing is left drop out.
  private static List<Line> lines(String text, List<Line> lines) {
    List<Line> left = new ArrayList<>();
    for (Line line : lines) {
      for (Line part : Line.of(text.substring(line.start(), line.end()))) {
        left.add(new Line(line.start() + part.start(), part.text()));
      }
    }
    return left;
  }

  private static void addSection(List<Section> sections, SectionKind kind, List<Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(
          new Section(kind, new Span(lines.getFirst().start(), lines.getLast().end())));
    }
  }

  /// Where the person lives: stretches with a label first, for any other may name another place.
  private static @Nullable Place place(String text, List<PersonalSpan> personal,
      Knowledge knowledge) {
    for (boolean isLabelled : new boolean[]{true, false}) {
      for (PersonalSpan stretch : personal) {
        String words = stretch.span().of(text);
        int colon = words.indexOf(':');
        if (stretch.kind() == PersonalKind.ADDRESS && (colon > 0) == isLabelled) {
          Place place = knowledge.places().apply(words.substring(colon + 1).strip());
          if (place != null) {
            return place;
          }
        }
      }
    }
    return null;
  }
}
