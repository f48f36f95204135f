package org.metier.index.internal;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.metier.json.Json;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.match.internal.RowWriter;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;

/// A vacancy as an entry of the index.
public final class VacancyDocument {
  private VacancyDocument() {}

  public static Document of(Vacancy vacancy, RowWriter rows) {
    Document document = new Document();
    Fields.keyword(document, Fields.SOURCE, vacancy.id().source());
    text(document, vacancy);
    SearchFields.add(document, vacancy, rows.taxonomy());
    concepts(document, vacancy, rows.taxonomy());
    terms(document, vacancy);
    document.add(new BinaryDocValuesField(Fields.ROW, new BytesRef(rows.row(vacancy))));
    return document;
  }

  public static Vacancy vacancy(StoredFields stored, int doc) throws IOException {
    return Json.read(stored.document(doc, Set.of(Fields.JSON)).get(Fields.JSON), Vacancy.class);
  }

  private static void text(Document document, Vacancy vacancy) {
    document.add(new TextField(Fields.title(vacancy.language()), vacancy.title(), Field.Store.NO));
    document.add(
        new TextField(Fields.text(vacancy.language()), vacancy.description(), Field.Store.NO));
    if (vacancy.language() != null) {
      Fields.keyword(document, Fields.LANGUAGE, vacancy.language().code());
    }
  }

  private static void concepts(Document document, Vacancy vacancy, Taxonomy taxonomy) {
    for (SkillDemand skill : vacancy.skills()) {
      Fields.keyword(document, Fields.SKILL, skill.uri());
      if (skill.importance() != Importance.DESIRED) {
        Fields.keyword(document, Fields.ESSENTIAL_SKILL, skill.uri());
      }
    }
    for (LanguageDemand language : vacancy.languages()) {
      if (language.importance() != Importance.DESIRED) {
        Fields.keyword(document, Fields.ASKED_LANGUAGE, language.language());
      }
    }
    for (OccupationCode occupation : vacancy.occupations()) {
      Fields.occupation(document, taxonomy, occupation.uri());
    }
  }

  private static void terms(Document document, Vacancy vacancy) {
    for (Place place : vacancy.workplaces()) {
      if (place.country() != null) {
        Fields.keyword(document, Fields.COUNTRY, place.country());
      }
      GeoPoint point = place.distancePoint();
      if (point != null) {
        document.add(new LatLonPoint(Fields.POINT, point.latitude(), point.longitude()));
        document.add(new LatLonDocValuesField(Fields.POINT, point.latitude(), point.longitude()));
      }
    }
    if (vacancy.contract() != null) {
      Fields.keyword(document, Fields.CONTRACT, vacancy.contract().name());
    }
    if (vacancy.remote() == RemoteWork.REMOTE) {
      Fields.keyword(document, Fields.REMOTE, vacancy.remote().name());
    }
    if (vacancy.postedAt() != null) {
      document.add(new LongPoint(Fields.POSTED, vacancy.postedAt().toEpochMilli()));
      document.add(new NumericDocValuesField(Fields.POSTED, vacancy.postedAt().toEpochMilli()));
    }
  }
}
