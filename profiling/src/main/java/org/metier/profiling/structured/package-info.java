/// Readers of CVs that come in fields: Europass of both generations in XML and JSON, HR-XML candidates
/// and JSON Resume. Detected by content, with limits, and without what tells who the person is.
@NullMarked
package org.metier.profiling.structured;

import org.jspecify.annotations.NullMarked;
