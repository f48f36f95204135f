package org.metier.feed.internal.page;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.AmountText;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.Numerals;
import org.metier.work.Salary;
import tools.jackson.databind.JsonNode;

/// Reads `baseSalary` in its many shapes: a `MonetaryAmount` whose value is a number, a text or a
/// `QuantitativeValue`; a `PriceSpecification`; a bare number; a text. Without currency or unit it is read as
/// a text is. `estimatedSalary`, which others than
/// the employer compute, is kept as received only.
public final class SchemaOrgSalary {
  private static final String FIELD = "baseSalary";

  private final Draft draft;

  public SchemaOrgSalary(Draft draft) {
    this.draft = draft;
  }

  public void read(JsonNode posting) {
    for (JsonNode estimate : Nodes.list(posting, "estimatedSalary")) {
      JsonNode value = estimate.path("value").isObject() ? estimate.path("value") : estimate;
      draft.raw("estimatedSalary", AmountText.of(
          SchemaOrgPosting.first(value, "minValue", "median", "value"),
          SchemaOrgPosting.first(value, "maxValue"),
          SchemaOrgPosting.first(estimate, "currency"),
          SchemaOrgPosting.first(value, "unitText", "duration")));
    }
    for (JsonNode salary : Nodes.list(posting, FIELD)) {
      String currency = SchemaOrgPosting.first(posting, "salaryCurrency");
      if (salary.isObject()) {
        object(salary, currency);
      } else {
        amount(Nodes.text(salary), null, currency, null);
      }
      return;
    }
  }

  private void object(JsonNode salary, @Nullable String outerCurrency) {
    String currency = SchemaOrgPosting.first(salary, "currency", "priceCurrency");
    JsonNode value = salary.path("value");
    JsonNode amounts = value.isObject() ? value : salary;
    String unit = SchemaOrgPosting.first(amounts, "unitText", "unitCode");
    String min = SchemaOrgPosting.first(amounts, "minValue", "minPrice", "value", "price");
    String max = SchemaOrgPosting.first(amounts, "maxValue", "maxPrice");
    amount(min == null ? max : min, max, currency == null ? outerCurrency : currency,
        unit == null ? SchemaOrgPosting.first(salary, "unitText") : unit);
  }

  private void amount(@Nullable String min, @Nullable String max, @Nullable String currency,
      @Nullable String unit) {
    if (min == null) {
      return;
    }
    Double low = Numerals.number(min);
    Double high = max == null ? low : Numerals.number(max);
    Salary.Period period = period(unit);
    boolean isUnknownUnit = unit != null && period == null;
    if (isUnknownUnit || (low != null && high != null && currency != null && period != null)) {
      draft.salary(FIELD, low, high, currency(currency), period);
    } else {
      draft.salaryText(FIELD, AmountText.toRead(min, max, currency, period));
    }
    draft.raw(FIELD, AmountText.of(min, max, currency, unit));
  }

  private static @Nullable Currency currency(@Nullable String code) {
    String plain = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    String iso = plain.equals("€") ? "EUR" : plain.equals("ZŁ") ? "PLN" : plain;
    return Currencies.of(iso);
  }

  private static Salary.@Nullable Period period(@Nullable String unit) {
    return switch (unit == null ? "" : unit.strip().toUpperCase(Locale.ROOT)) {
      case "HOUR", "HOURLY", "HUR", "PER_HOUR" -> Salary.Period.HOUR;
      case "DAY", "DAILY", "PER_DAY" -> Salary.Period.DAY;
      case "WEEK", "WEEKLY", "WEE", "PER_WEEK" -> Salary.Period.WEEK;
      case "MONTH", "MONTHLY", "MON", "PER_MONTH" -> Salary.Period.MONTH;
      case "YEAR", "YEARLY", "ANN", "ANNUAL", "ANNUALLY", "PER_YEAR" -> Salary.Period.YEAR;
      default -> null;
    };
  }
}
