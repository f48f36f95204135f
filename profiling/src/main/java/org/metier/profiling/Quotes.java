package org.metier.profiling;

import java.util.List;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.Section;
import org.metier.section.SectionKind;
import org.metier.text.Evidence;
import org.metier.text.Span;

/// Makes evidence of spans in one document. Immutable.
final class Quotes {
  private final CvDocument document;
  private final String id;

  Quotes(CvDocument document, String id) {
    this.document = document;
    this.id = id;
  }

  Evidence of(Span span) {
    return new Evidence(id, kind(span).label(), span,
        span.of(document.text()).replaceAll("\\s+", " "));
  }

  /// What the text at a span is about; what lies in no section is personal, or a heading.
  SectionKind kind(Span span) {
    List<Section> sections = document.sections();
    int low = 0;
    int high = sections.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Section section = sections.get(middle);
      if (section.span().end() <= span.start()) {
        low = middle + 1;
      } else if (section.span().start() > span.start()) {
        high = middle - 1;
      } else {
        return section.kind();
      }
    }
    return SectionKind.PERSONAL;
  }
}
