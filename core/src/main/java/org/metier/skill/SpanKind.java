package org.metier.skill;

/// What a stretch of text states, after the distinction of Zhang et al., "SkillSpan" (NAACL 2022): a skill
/// is what somebody does or is, knowledge what somebody knows. The two may overlap: "work in Agile teams"
/// is a skill, "Agile" within it knowledge.
public enum SpanKind {
  /// An ability or attitude: "repairing engines", "team player".
  SKILL,
  /// A subject, tool, method, language or certificate: "SQL", "accounting".
  KNOWLEDGE
}
