package org.metier.profiling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.extraction.Extraction;
import org.metier.profiling.extraction.Extraction.Extracted;
import org.metier.profiling.extraction.Extraction.Refused;
import org.metier.profiling.extraction.FileKind;
import org.metier.profiling.extraction.Refusal;
import org.metier.profiling.extraction.TextExtractor;
import org.metier.profiling.sections.CleanText;
import org.metier.profiling.sections.TextCv;
import org.metier.profiling.structured.StructuredCv;
import org.metier.profiling.structured.UnreadableCvException;
import org.metier.text.Language;
import org.metier.text.LanguageDetector;

/// From a file's bytes to a document: plain text and structured formats here, everything else in a child
/// process. Thread-safe.
final class CvReading {
  /// A shorter text is taken to be in the language that its file declares.
  private static final int MIN_DETECTABLE = 120;

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  private final TextExtractor extractor;
  private final TextCv texts;
  private final LanguageDetector detector;
  private final Function<@Nullable Language, TextCv.Knowledge> knowledge;

  CvReading(TextExtractor extractor, TextCv texts, LanguageDetector detector,
      Function<@Nullable Language, TextCv.Knowledge> knowledge) {
    this.extractor = extractor;
    this.texts = texts;
    this.detector = detector;
    this.knowledge = knowledge;
  }

  /// @param language of the text, null when none of ours
  /// @param hidden text of the file that no reader of the page sees
  /// @param extraction how long it took to get the text out of the file; zero for text and fields
  record Read(CvDocument document, @Nullable Language language, List<String> hidden,
      List<String> warnings, Duration extraction) {}

  /// @param name of the file or the CV, for messages
  /// @throws ProfilingException if the file is none of the formats, or breaks their rules
  Read read(byte[] file, String name) {
    if (file.length == 0) {
      throw refused(name, Refusal.EMPTY);
    }
    if (file.length > TextExtractor.MAX_BYTES) {
      throw refused(name, Refusal.TOO_LARGE);
    }
    try {
      return switch (FileKind.of(file)) {
        case XML -> structured(StructuredCv.readXml(file));
        case JSON -> structured(StructuredCv.readJson(file));
        case TEXT -> text(CleanText.decode(file), name);
        case PDF, DOCX, ODT, RTF, HTML, OLD_WORD -> extracted(file, name);
        case OTHER -> throw refused(name, Refusal.UNSUPPORTED);
      };
    } catch (UnreadableCvException e) {
      throw new ProfilingException(name + " cannot be read: " + e.getMessage());
    }
  }

  private Read structured(CvDocument document) {
    List<String> warnings = new ArrayList<>(document.warnings());
    warnIfThin(document, warnings);
    // The words tell more than the declared locale, which is often that of the form.
    String words = words(document);
    Optional<Language> detected = words.length() < MIN_DETECTABLE
        ? Optional.empty()
        : detector.detect(words);
    return new Read(document, detected.orElse(document.language()), List.of(), warnings,
        Duration.ZERO);
  }

  /// The text without the blanks that stand for names, which are as long as these.
  private static String words(CvDocument document) {
    return BLANKS.matcher(document.text()).replaceAll(" ");
  }

  private static void warnIfThin(CvDocument document, List<String> warnings) {
    if (document.jobs().isEmpty() && document.education().isEmpty()) {
      warnings.add("neither work nor education was found");
    }
  }

  private Read text(String raw, String name) {
    String clean = CleanText.of(raw);
    if (clean.isBlank()) {
      throw refused(name, Refusal.NO_TEXT);
    }
    List<String> warnings = new ArrayList<>();
    if (clean.length() > TextExtractor.MAX_CHARACTERS) {
      clean = clean.substring(0, TextExtractor.MAX_CHARACTERS);
      warnings.add("only the first " + TextExtractor.MAX_CHARACTERS + " characters were read");
    }
    Language language = detector.detect(clean).orElse(null);
    CvDocument document = texts.read(clean, knowledge.apply(language));
    // A name must not decide what language a short CV is in.
    Language withoutNames = detector.detect(words(document)).orElse(null);
    if (withoutNames != language) {
      language = withoutNames;
      document = texts.read(clean, knowledge.apply(language));
    }
    warnIfThin(document, warnings);
    return new Read(document, language, List.of(), warnings,
        Duration.ZERO);
  }

  private Read extracted(byte[] file, String name) {
    long start = System.nanoTime();
    Extraction extraction = extractor.extract(file);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    return switch (extraction) {
      case Refused(Refusal reason) -> throw refused(name, reason);
      case Extracted found -> {
        CvDocument attached = attachedCv(found.attached());
        Read read = attached == null ? text(found.text(), name) : structured(attached);
        List<String> warnings = new ArrayList<>(found.notes());
        warnings.addAll(read.warnings());
        if (!found.hidden().isEmpty()) {
          warnings.add("the file holds text that cannot be seen on the page; it was not scored");
        }
        yield new Read(read.document(), read.language(), found.hidden(), warnings, taken);
      }
    };
  }

  /// The first attachment that is a CV which can be read, and not an invoice or a damaged file; null when
  /// none is, and the page's own text serves.
  private static @Nullable CvDocument attachedCv(List<byte[]> attached) {
    for (byte[] document : attached) {
      try {
        return FileKind.of(document) == FileKind.JSON
            ? StructuredCv.readJson(document)
            : StructuredCv.readXml(document);
      } catch (UnreadableCvException e) {
        // a document of another kind; the next may be the CV
      }
    }
    return null;
  }

  private static ProfilingException refused(String name, Refusal reason) {
    return new ProfilingException(name + " " + reason.advice());
  }
}
