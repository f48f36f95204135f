package org.metier.vacancy;

/// What speaks against trusting the text of a vacancy. A flag hides nothing by itself; a portal decides
/// what to do with it.
public enum VacancyFlag {
  /// Neither a description nor skills: too little to match on.
  THIN,
  /// Parts of the text were invisible in the page that it came from; they were left out.
  HIDDEN_TEXT,
  /// One word or list of skills repeated beyond what a reader needs.
  KEYWORD_STUFFING,
  /// Words that try to give orders to a program that reads the text.
  SUSPICIOUS_INSTRUCTION,
  /// Asks to answer by messenger or to pay, as frauds do.
  SUSPICIOUS_CONTACT,
  /// Letters of other alphabets that look like those of the text's own.
  CONFUSABLE_LETTERS
}
