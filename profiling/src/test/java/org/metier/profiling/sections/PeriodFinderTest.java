package org.metier.profiling.sections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.profile.DateRange;

class PeriodFinderTest {
  private final PeriodFinder finder = new PeriodFinder(
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));

  private static String written(DateRange range) {
    return range.start() + "/" + (range.isOngoing() ? "now" : String.valueOf(range.end()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Baker, Jan 2015 – Present | 2015-01/now",
    "January 2015 to March 2018 Smith & Sons | 2015-01/2018-03",
    "01/2015 - 03/2018 | 2015-01/2018-03",
    "October 2014 to Current | 2014-10/now",
    "Sept. 2012-Oct. 2013 | 2012-09/2013-10",
    "2015-2018 | 2015/2018",
    "2015–2018, baker | 2015/2018",
    "2015 - present | 2015/now",
    "since 2019 | 2019/now",
    "2015-03 - 2016-11 | 2015-03/2016-11",
    "03/14/2015 - 04/01/2016 | 2015-03/2016-01",
    "14.03.2015 – 01.04.2016 | 2015-03/2016-04",
    "od 03.2015 do nadal | 2015-03/now",
    "03.2015 – obecnie | 2015-03/now",
    "marzec 2015 – grudzień 2018 | 2015-03/2018-12",
    "od stycznia 2015 do lutego 2016 | 2015-01/2016-02",
    "2010–2015 r. Uniwersytet | 2010/2015",
    "październik 2019 - teraz | 2019-10/now",
    "depuis mars 2019 | 2019-03/now",
    "de février 2012 à août 2014 | 2012-02/2014-08",
    "Janv. 2012 - Déc. 2014 | 2012-01/2014-12",
    "2016 à aujourd'hui | 2016/now",
    "avril 2017 - en cours | 2017-04/now",
    "seit 2019 | 2019/now",
    "seit März 2019 | 2019-03/now",
    "von 05/2010 bis 12/2014 | 2010-05/2014-12",
    "Mai 2010 – heute | 2010-05/now",
    "sinds januari 2020 | 2020-01/now",
    "van maart 2012 tot december 2014 | 2012-03/2014-12",
    "2012 - heden | 2012/now",
    "mei 2012 t/m juni 2013 | 2012-05/2013-06",
    "June '09 - July '11 | 2009-06/2011-07",
    "Summer 2015 - Fall 2016 | 2015/2016",
    "été 2016 – hiver 2017 | 2016/2017",
    "May - August 2016 | 2016-05/2016-08",
    "van maart tot juni 2017 | 2017-03/2017-06",
    "von März bis Juni 2017 | 2017-03/2017-06",
    "2019-21 | 2019/2021",
    "2009/10 Gymnasium | 2009/2010",
    "03/15 - 05/18 | 2015-03/2018-05",
    "03/15 – heute | 2015-03/now",
    "2019 onwards | 2019/now",
    "2012 to date | 2012/now",
    "2014 tot op heden | 2014/now",
    "2015/03 - 2016/11 | 2015-03/2016-11",
    "January 29 2000 to May 3, 2001 | 2000-01/2001-05"})
  void ranges_of_five_languages_are_found(String line, String expected) {
    List<Period> found = finder.find(line);
    assertEquals(List.of(expected), found.stream().map(p -> written(p.range())).toList());
    assertEquals(true, found.getFirst().isRange());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Bachelor of Arts, May 2008 | 2008-05/null",
    "matura 2004 | 2004/null", "BTS Tourisme (2005) | 2005/null"})
  void a_lone_date_stays_partial_and_is_no_range(String line, String expected) {
    List<Period> found = finder.find(line);
    assertEquals(List.of(expected), found.stream().map(p -> written(p.range())).toList());
    assertEquals(false, found.getFirst().isRange());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO 9001", "2018 - 2015",
    "2090 - 2095", "24/7 - 5 days", "10-12", "Windows 2000X", "marching on"})
  void what_is_no_date_is_left_alone(String line) {
    assertEquals(List.of(), finder.find(line));
  }

  @Test
  void the_span_is_that_of_the_original_line() {
    String line = "Köchin für Süßes – März 2019 bis heute, Zürich";
    assertEquals("März 2019 bis heute", finder.find(line).getFirst().span().of(line));
  }
}
