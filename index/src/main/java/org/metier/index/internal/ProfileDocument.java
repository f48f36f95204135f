package org.metier.index.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.Taxonomy;

/// A profile as an entry of the index of profiles.
public final class ProfileDocument {
  private ProfileDocument() {}

  public static Document of(CompetenceProfile profile, Taxonomy taxonomy, Instant keptAt) {
    Document document = new Document();
    Fields.keyword(document, Fields.ID, profile.id());
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(profile.id())));
    document.add(new StoredField(Fields.JSON, Json.write(profile)));
    document.add(new StoredField(Fields.KEPT, keptAt.toEpochMilli()));
    for (Competence competence : profile.competences()) {
      Fields.keyword(document, Fields.SKILL, competence.uri());
    }
    for (HeldOccupation held : profile.occupations()) {
      document.add(
          new TextField(Fields.title(profile.language()), held.title(), Field.Store.NO));
      if (held.uri() != null) {
        Fields.occupation(document, taxonomy, held.uri());
      }
    }
    for (String wanted : profile.wishes().occupations()) {
      Fields.occupation(document, taxonomy, wanted);
    }
    return document;
  }

  /// Since when it is kept.
  ///
  /// @return null where an earlier release wrote it, which did not say
  public static @Nullable Instant keptAt(StoredFields stored, int doc) throws IOException {
    IndexableField kept = stored.document(doc, Set.of(Fields.KEPT)).getField(Fields.KEPT);
    Number millis = kept == null ? null : kept.numericValue();
    return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
  }

  public static CompetenceProfile profile(StoredFields stored, int doc) throws IOException {
    return Json.read(stored.document(doc, Set.of(Fields.JSON)).get(Fields.JSON),
        CompetenceProfile.class);
  }
}
