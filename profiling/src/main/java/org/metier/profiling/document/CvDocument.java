package org.metier.profiling.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.profiling.privacy.PersonalSpan;
import org.metier.qualification.DrivingLicence;
import org.metier.text.Language;
import org.metier.text.Span;

/// A CV in one form. Its text holds no name, address, birth date, nationality or contact any more:
/// whoever makes a document has blanked them.
///
/// @param text what the spans of all parts point into
/// @param sections in order, not overlapping
/// @param jobs in the order of the document
/// @param dates periods of jobs, whose words ("current") are no skills
/// @param wanted titles of work that the person asks for
/// @param place where the person lives: town and country, never the street
/// @param language that the file declares; null when it does not, or names none of ours
/// @param warnings what could not be read, for the adviser; without words of the CV
/// @param personal where the text is blank because it told who the person is, in order
public record CvDocument(String text, List<Section> sections, List<StatedJob> jobs,
    List<StatedEducation> education, List<StatedLanguage> languages, Set<DrivingLicence> licences,
    List<Span> dates, List<Span> wanted, @Nullable Place place, @Nullable Language language,
    List<String> warnings, List<PersonalSpan> personal) {
  public CvDocument {
    sections = List.copyOf(sections);
    jobs = List.copyOf(jobs);
    education = List.copyOf(education);
    languages = List.copyOf(languages);
    licences = Set.copyOf(licences);
    dates = List.copyOf(dates);
    wanted = List.copyOf(wanted);
    warnings = List.copyOf(warnings);
    personal = List.copyOf(personal);
  }
}
