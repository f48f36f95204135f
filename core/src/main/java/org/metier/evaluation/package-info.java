/// What is known of a trained model, brought together from its run: purpose, data, settings, quality, fairness,
/// baseline and limits, as a page, and as JSON in the shape of CycloneDX's model card.
@NullMarked
package org.metier.evaluation;

import org.jspecify.annotations.NullMarked;
