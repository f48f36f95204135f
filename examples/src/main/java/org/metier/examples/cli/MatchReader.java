package org.metier.examples.cli;

import org.metier.match.wording.Reader;

/// Names of readers on the command line.
enum MatchReader {
  JOBSEEKER(Reader.JOB_SEEKER), COUNSELLOR(Reader.COUNSELLOR), ANALYST(Reader.ANALYST);

  private final Reader reader;

  MatchReader(Reader reader) {
    this.reader = reader;
  }

  Reader reader() {
    return reader;
  }
}
