/// Sample data for the demo: four invented partners' feeds in four formats, and three invented CVs.
@NullMarked
package org.metier.examples.demo;

import org.jspecify.annotations.NullMarked;
