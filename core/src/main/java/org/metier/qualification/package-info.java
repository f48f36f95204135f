/// Levels of education and language, and driving licences: what a vacancy asks and a profile has.
@NullMarked
package org.metier.qualification;

import org.jspecify.annotations.NullMarked;
