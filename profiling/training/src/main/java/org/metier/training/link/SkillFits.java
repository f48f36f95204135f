package org.metier.training.link;

import java.time.Clock;
import java.util.List;
import org.metier.link.LinkModel;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.taxonomy.Taxonomy;

/// Fits the skill linker as `train skills` does by default.
public final class SkillFits implements SkillFitting {
  @Override
  public List<LinkModel> crossValidated(Taxonomy taxonomy, List<Mention> mentions) {
    return new SkillTrainer(taxonomy, SkillTrainer.DEFAULT, Clock.systemUTC(),
        (what, done, of) -> {}).crossValidated(mentions);
  }
}
