package org.metier.benchmarks.skills;

import java.util.ArrayList;
import java.util.List;
import org.metier.encoder.LabelEncoder;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// The taxonomy's encoder alone: the cosine of the mention and the nearest label.
final class EncoderRanker implements SkillRanker {
  private final LabelEncoder encoder;
  private final List<float[]> vectors = new ArrayList<>();
  private final List<Integer> skills = new ArrayList<>();

  EncoderRanker(Taxonomy taxonomy, LabelEncoder encoder, Language language) {
    this.encoder = encoder;
    taxonomy.forEachLabel(ConceptKind.SKILL, language, (skill, rank, label) -> {
      vectors.add(encoder.encode(label));
      skills.add(skill);
    });
  }

  @Override
  public List<Integer> rank(Mention mention) {
    float[] asked = encoder.encode(mention.span().of(mention.sentence()));
    float[] cosines = new float[vectors.size()];
    for (int label = 0; label < cosines.length; label++) {
      float[] vector = vectors.get(label);
      float sum = 0;
      for (int k = 0; k < vector.length; k++) {
        sum += vector[k] * asked[k];
      }
      cosines[label] = sum;
    }
    return BestLabels.owners(cosines, skills);
  }
}
