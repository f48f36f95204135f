package org.metier.feed.internal.metier;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedWriter;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonLines;
import org.metier.feed.internal.Nodes;
import tools.jackson.databind.JsonNode;

/// Metier's own format: UTF-8, one JSON object a line; [FeedWriter] writes it. A line is a vacancy, a
/// tombstone, or the end.
///
/// ```
/// {"metier":1,"key":"77","title":"Baker","description":"Bake bread.\nSell it.","postedAt":"2026-03-01T08:00:00Z"}
/// {"metier":1,"key":"12","withdrawn":true,"withdrawnAt":"2026-03-02T08:00:00Z"}
/// {"metier":1,"end":{"records":2,"cursor":"2026-03-02T08:00:00Z"}}
/// ```
///
/// Every line has `metier`, the version of this schema, which is 1. All other names are optional but `key`
/// and, in a vacancy, `title`. A name that is not listed here, a value of another type and a word that is
/// not one of those listed are noted as remarks, and only that value is left out. Null is the same as
/// absence; there are no defaults.
///
/// | name | type | meaning |
/// |---|---|---|
/// | `key` | text, at most 512 characters | identifies the vacancy in every delivery of the source |
/// | `withdrawn` | true | a tombstone: besides it only `key` and `withdrawnAt` count |
/// | `withdrawnAt` | instant | when it was taken back |
/// | `title` | text | title of the position |
/// | `description` | text | plain text, paragraphs separated by line breaks; markup is not looked for |
/// | `descriptionHtml` | text | in place of `description`: HTML, of which the text is taken |
/// | `language` | `en`, `fr`, `nl`, `pl`, `de` | language of title and description; others are passed over |
/// | `employer` | text | name |
/// | `employerId` | text, at most 60 characters | legal identifier, never that of a person |
/// | `isAgency` | true or false | whether the employer recruits for others |
/// | `workplaces` | list of objects | `city`, `postcode`, `region`, `country` (ISO 3166-1 alpha-2), `latitude`, `longitude` (degrees, WGS 84) |
/// | `remote` | `ON_SITE`, `HYBRID`, `REMOTE` | how much can be done from elsewhere |
/// | `occupations` | list of objects | `scheme` (`esco`, `isco08`, `rome`, …), `version`, `code` |
/// | `occupationTitles` | list of texts | names of the occupation beside the title |
/// | `skills` | list of objects | `text`, `importance` (`REQUIRED`, `DESIRED`, `MENTIONED`; the last when absent), `field` (where the source has it) |
/// | `languages` | list of objects | `language` (ISO 639-1), `level` (`A1` to `C2`, `NATIVE`), `importance` |
/// | `education` | `LESS_THAN_PRIMARY`, `PRIMARY`, `LOWER_SECONDARY`, `UPPER_SECONDARY`, `POST_SECONDARY`, `SHORT_TERTIARY`, `BACHELOR`, `MASTER`, `DOCTORATE` | lowest level asked for (ISCED 2011) |
/// | `experienceMonths` | whole number, 0 to 600 | least experience asked for; 0 when beginners are welcome |
/// | `drivingLicences` | list of `AM`, `A`, `B`, `CE`, … | categories asked for |
/// | `contract` | `PERMANENT`, `FIXED_TERM`, `AGENCY`, `SEASONAL`, `SELF_EMPLOYED`, `APPRENTICESHIP`, `INTERNSHIP`, `VOLUNTARY` | kind of employment |
/// | `hours` | object | `min`, `max`: hours a week, above 0 to 100 |
/// | `salary` | object | `min`, `max` (gross), `currency` (ISO 4217), `period` (`HOUR`, `DAY`, `WEEK`, `MONTH`, `YEAR`) |
/// | `postedAt`, `validThrough` | instant, or date in the source's zone | first published; last moment of validity |
/// | `url`, `applyUrl` | http or https address | where to read and where to answer it |
/// | `positions` | whole number, 1 to 9999 | how many people are looked for |
/// | `startsOn` | date | first day of work |
/// | `partnerKeys` | list of `kind:key` | what the same vacancy is called elsewhere |
/// | `flags` | list of `THIN`, `HIDDEN_TEXT`, `KEYWORD_STUFFING`, … | what speaks against trusting the text |
/// | `raw` | object of texts | values as first received, by the first source's own names |
///
/// The end line says how many lines there are of the other kinds (`records`) and, if the sender has one,
/// where the next delivery goes on (`cursor`). A feed without it, with another number of records, or with
/// records after it is not whole.
public final class MetierFormat implements FeedFormat {
  static final String VERSION_NAME = "metier";
  static final int VERSION = 1;
  static final String END = "end";

  @Override
  public String name() {
    return "metier";
  }

  @Override
  public boolean recognises(FeedHead head) {
    return head.shape().has(VERSION_NAME);
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    End end = new End();
    MetierVacancy vacancy = new MetierVacancy(input.zone());
    new JsonLines(input, end::isRecord, vacancy::read, item -> {
      end.records++;
      items.accept(item);
    }).read();
    return new FeedEnd(name(), end.isWhole(), end.cursor());
  }

  /// The last line, if it is there.
  private static final class End {
    private @Nullable JsonNode line;
    private int records;
    private int recordsBefore;

    boolean isRecord(JsonNode object) {
      if (!object.path(END).isObject()) {
        return true;
      }
      line = object.path(END);
      recordsBefore = records;
      return false;
    }

    boolean isWhole() {
      Double announced = line == null ? null : Nodes.number(line, "records");
      return announced != null && announced == records && recordsBefore == records;
    }

    @Nullable
    String cursor() {
      return line == null ? null : Nodes.text(line, "cursor");
    }
  }
}
