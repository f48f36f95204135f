package org.metier.training.section;

import java.util.List;
import java.util.Map;
import org.metier.section.SectionLabel;
import org.metier.section.SectionModel;

/// How well lines are told, counted over CVs.
final class SectionMeasures {
  private int lines;
  private int rightKinds;
  private int headings;
  private int toldHeadings;
  private int rightHeadings;
  private int sureHeadings;
  private int rightSureHeadings;

  /// @param told labels of the lines of a CV
  void count(LabelledCv cv, List<SectionModel.Told> told) {
    for (int i = 0; i < told.size(); i++) {
      count(cv.lines().get(i).label(), told.get(i));
    }
  }

  private void count(SectionLabel right, SectionModel.Told answer) {
    SectionLabel told = answer.label();
    boolean isSure = told.isHeading() && answer.isSure();
    sureHeadings += isSure ? 1 : 0;
    rightSureHeadings += isSure && right.equals(told) ? 1 : 0;
    lines++;
    rightKinds += right.kind() == told.kind() ? 1 : 0;
    headings += right.isHeading() ? 1 : 0;
    toldHeadings += told.isHeading() ? 1 : 0;
    rightHeadings += right.isHeading() && right.equals(told) ? 1 : 0;
  }

  /// Puts the measures under names that begin so.
  void put(String name, Map<String, Double> measures) {
    measures.put(name + "lines", (double) lines);
    measures.put(name + "kindAccuracy", lines == 0 ? 0 : (double) rightKinds / lines);
    double precision = toldHeadings == 0 ? 0 : (double) rightHeadings / toldHeadings;
    double recall = headings == 0 ? 0 : (double) rightHeadings / headings;
    measures.put(name + "headings", (double) headings);
    measures.put(name + "headingPrecision", precision);
    measures.put(name + "headingRecall", recall);
    measures.put(name + "sureHeadingPrecision",
        sureHeadings == 0 ? 0 : (double) rightSureHeadings / sureHeadings);
    measures.put(name + "sureHeadingRecall",
        headings == 0 ? 0 : (double) rightSureHeadings / headings);
    measures.put(name + "headingF1",
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
  }
}
