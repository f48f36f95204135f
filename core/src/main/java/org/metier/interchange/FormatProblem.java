package org.metier.interchange;

/// What is wrong with a text, before it is known which file it came from.
final class FormatProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  FormatProblem(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
