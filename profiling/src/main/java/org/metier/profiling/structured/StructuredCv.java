package org.metier.profiling.structured;

import org.metier.profiling.document.CvDocument;

/// Reads CVs that come in fields. Stateless.
public final class StructuredCv {
  private StructuredCv() {}

  /// Reads Europass XML of either generation, an HR-XML 3 candidate or an HR-XML 2 resume.
  public static CvDocument readXml(byte[] xml) throws UnreadableCvException {
    Node root = XmlNodes.read(xml);
    return switch (root.name()) {
      case "skillspassport", "learnerinfo", "europass", "groupofexperience" ->
        EuropassPassport.read(
            root);
      case "candidate", "resume" -> ResumeCv.matches(root)
          ? ResumeCv.read(root)
          : candidate(root);
      default -> throw new UnreadableCvException(
          "its XML is neither Europass (root SkillsPassport, learnerinfo or Candidate) nor an HR-XML"
              + " Candidate; ask for the CV as PDF, DOCX or Europass");
    };
  }

  private static CvDocument candidate(Node root) throws UnreadableCvException {
    if (!root.name().equals("candidate")) {
      throw new UnreadableCvException(
          "its XML is a Resume without a StructuredXMLResume; ask for the"
              + " CV as PDF, DOCX or Europass");
    }
    return CandidateCv.read(root);
  }

  /// Reads Europass JSON of the first generation, or JSON Resume.
  public static CvDocument readJson(byte[] json) throws UnreadableCvException {
    Node root = JsonNodes.read(json);
    Node passport = root.child("skillspassport");
    if (passport != null) {
      return EuropassPassport.read(passport);
    }
    if (JsonResume.matches(root)) {
      return JsonResume.read(root);
    }
    throw new UnreadableCvException("its JSON is neither JSON Resume (members basics, work,"
        + " education, skills) nor Europass (SkillsPassport); ask for one of these, PDF or DOCX");
  }
}
