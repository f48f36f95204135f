/// What all trainers share: seeded choices and the hashes of their data.
@NullMarked
package org.metier.training.internal;

import org.jspecify.annotations.NullMarked;
