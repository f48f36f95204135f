package org.metier.feed.internal.ats;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonRecords;
import org.metier.feed.internal.JsonShape;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.AmountText;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.PlainText;
import org.metier.work.Salary;
import tools.jackson.databind.JsonNode;

/// A Greenhouse job board: `{"jobs": [ … ], "meta": {"total": 12}}`. It is whole when it has as many jobs as
/// it announces. Questions to applicants, demographic ones above all, are never read.
public final class GreenhouseFormat implements FeedFormat {
  private static final Dates DATES = new Dates(List.of(Dates.ISO), ZoneOffset.UTC);

  @Override
  public String name() {
    return "greenhouse";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return shape.hasAny("jobs/*/absolute_url", "jobs/*/internal_job_id")
        || shape.has("jobs", "meta/total");
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    JsonRecords records = new JsonRecords(input, "jobs", GreenhouseFormat::job, items)
        .keeping("meta");
    records.read();
    Double total = Nodes.number(records.around().path("meta"), "total");
    return new FeedEnd(name(), total != null && records.received() >= total, null);
  }

  private static void job(JsonNode job, Draft draft) {
    draft.key("id", Nodes.text(job, "id"));
    if (job.has("internal_job_id") && job.path("internal_job_id").isNull()) {
      draft.problem(ProblemCode.NO_POSITION, "internal_job_id", "null",
          "the number of an open job; a post without one asks for unsolicited applications");
      return;
    }
    draft.title("title", Nodes.text(job, "title"));
    String content = Nodes.text(job, "content");
    draft.description(content == null ? null : PlainText.unescaped(content));
    draft.language(Nodes.text(job, "language"));
    draft.employer(Nodes.text(job, "company_name"));
    draft.url("absolute_url", Nodes.text(job, "absolute_url"));
    draft.postedAt("first_published", DATES.read(draft, "first_published",
        Nodes.text(job, "first_published"), Dates.Edge.START));
    draft.partnerKey("requisition", Nodes.text(job, "requisition_id"));
    draft.partnerKey("greenhouse-job", Nodes.text(job, "internal_job_id"));
    metadata(job, draft);
    places(job, draft);
    pay(job, draft);
    for (JsonNode department : Nodes.list(job, "departments")) {
      draft.raw("departments", Nodes.text(department, "name"));
    }
    draft.raw("updated_at", Nodes.text(job, "updated_at"));
  }

  /// The place of the job; those of its offices only when that names none.
  private static void places(JsonNode job, Draft draft) {
    String name = Nodes.text(job.path("location"), "name");
    draft.placeText("location.name", name, null);
    if (!draft.hasPlace()) {
      for (JsonNode office : Nodes.list(job, "offices")) {
        draft.placeText("offices", Nodes.first(office, "location", "name"), null);
      }
    }
  }

  /// The widest range of all; in cents. What it is paid for stands in words, or is told from the amount.
  private static void pay(JsonNode job, Draft draft) {
    Double min = null;
    Double max = null;
    String currency = null;
    Salary.Period period = null;
    String title = null;
    String received = null;
    for (JsonNode range : Nodes.list(job, "pay_input_ranges")) {
      Double low = Nodes.number(range, "min_cents");
      Double high = Nodes.number(range, "max_cents");
      String code = Nodes.text(range, "currency_type");
      Salary.Period paidFor = period(Nodes.text(range, "title") + " " + Nodes.text(range, "blurb"));
      String called = Nodes.text(range, "title");
      received = AmountText.of(Nodes.text(range, "min_cents"), Nodes.text(range, "max_cents"),
          "cents" + (code == null ? "" : " " + code), called);
      if (currency != null && (!currency.equals(code) || period != paidFor)) {
        continue; // another country's range cannot be joined with the first
      }
      currency = code;
      period = paidFor;
      title = title == null ? called : title;
      min = low == null ? min : Double.valueOf(min == null ? low : Math.min(min, low));
      max = high == null ? max : Double.valueOf(max == null ? high : Math.max(max, high));
    }
    Double most = max == null ? null : Double.valueOf(max / 100);
    if (min != null && period != null) {
      draft.salary("pay_input_ranges", min / 100, most, Currencies.of(currency), period);
    } else if (min != null) {
      draft.salaryText("pay_input_ranges", AmountText.of(plain(min / 100),
          most == null ? null : plain(most), currency, title));
    }
    draft.raw("pay_input_ranges", received);
  }

  private static String plain(double amount) {
    return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
  }

  private static Salary.@Nullable Period period(String words) {
    String plain = words.toLowerCase(Locale.ROOT);
    return plain.contains("annual") || plain.contains("year")
        ? Salary.Period.YEAR
        : plain.contains("month")
            ? Salary.Period.MONTH
            : plain.contains("hour") ? Salary.Period.HOUR : null;
  }

  /// Fields of the employer's own; one that names the kind of employment is understood.
  private static void metadata(JsonNode job, Draft draft) {
    for (JsonNode field : Nodes.list(job, "metadata")) {
      String name = Nodes.text(field, "name");
      String value = Nodes.text(field, "value");
      if (name != null && name.toLowerCase(Locale.ROOT).contains("employment")) {
        AtsTerms.employment("metadata." + name, value, draft);
      } else if (name != null && name.toLowerCase(Locale.ROOT).contains("workplace")) {
        draft.remoteUnlessStated(AtsTerms.remote(value));
        draft.raw("metadata." + name, value);
      }
    }
  }
}
