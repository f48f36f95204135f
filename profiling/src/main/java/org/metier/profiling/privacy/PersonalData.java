package org.metier.profiling.privacy;

import java.util.List;
import org.metier.text.Span;

/// Finds what in a CV's text tells who a person is, in English, French, Dutch, Polish and German at once,
/// since people mix them.
///
/// It looks for labelled values, numbers that prove themselves by their check digits, shapes such as
/// e-mail addresses, phrases such as `mother of two`, and, in the parts of a CV that are about the person,
/// bare words. The names found there are then found wherever else they stand. Qualifications and wishes
/// (languages, driving licence categories, work permits, availability) are no personal data; nor are jobs
/// such as union official or pastor, schools and employers named after people, or a nurse's patients.
///
/// Rules and word lists, not a model: a name that stands in running text alone, and nowhere in a head,
/// behind a label or after a form of address, is missed.
///
/// Thread-safe: create one and share it. A CV of two pages costs about ten milliseconds, and a text without
/// end or sense no more for its length.
public final class PersonalData {
  private final Labels labels = new Labels();
  private final BareWords bare = new BareWords();
  private final Phrases phrases = new Phrases();

  private PersonalData() {}

  /// A finder with the word lists that ship with Metier.
  public static PersonalData create() {
    return new PersonalData();
  }

  /// @return in order, not overlapping, none over a line break
  public List<PersonalSpan> find(String text, PersonParts parts) {
    Marked marked = new Marked(text);
    OwnParts own = new OwnParts(parts.own(), parts.isPlace());
    Names names = new Names(new NameSense(text, parts.isTitleWord()));
    labels.find(marked, own, names);
    IdentityNumbers.find(marked, own);
    phrases.find(marked, own);
    Contacts.find(marked, own);
    own.find(marked, labels, bare, names);
    names.find(marked, parts.names());
    for (Span reference : parts.references()) {
      names.references(marked, reference.start(), reference.end());
    }
    return marked.spans();
  }
}
