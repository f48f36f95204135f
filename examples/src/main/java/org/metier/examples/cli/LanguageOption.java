package org.metier.examples.cli;

import org.metier.text.Language;
import picocli.CommandLine.Option;

/// The option that names the language in which reasons and labels are worded.
final class LanguageOption {
  @Option(names = "--language", paramLabel = "LANGUAGE", description = "language of labels and reasons: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})", defaultValue = "EN")
  private Language language = Language.EN;

  Language language() {
    return language;
  }
}
