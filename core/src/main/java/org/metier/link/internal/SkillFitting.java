package org.metier.link.internal;

import java.util.List;
import org.metier.link.LinkModel;
import org.metier.taxonomy.Taxonomy;

/// Fits models of the skill linker, where the module that trains is on the class path: for measuring it on
/// mentions that it did not learn from. Found by [java.util.ServiceLoader].
public interface SkillFitting {
  /// Into so many parts mentions are split; those of group `g` are in part `g` modulo this.
  int FOLDS = 5;

  /// Models that each learnt from all mentions but those of one part, in the order of the parts. Takes
  /// minutes.
  ///
  /// @param taxonomy that mentions are linked to
  List<LinkModel> crossValidated(Taxonomy taxonomy, List<SkillMentions.Mention> mentions);
}
