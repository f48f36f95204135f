package org.metier.feed.internal.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
  @ParameterizedTest
  @ValueSource(strings = {"write to jan.kowalski@jobs.example.pl now", "call +48 600 100 200 now",
    "call 01 02 03 04 05 now", "Tel. 12 345 67 89 now", "GSM: 0470/12.34.56 now",
    "call 600-100-200 now", "call (12) 345 67 89 now", "Telefon 500114xxx now",
    "call 22 345 67 89 now", "call 32-34-56-789 now", "call 25 345 6789 now",
    "write to jan (at) jobs.example.pl now", "write to jan [at] jobs [dot] pl now",
    "write to jan at jobs dot com now", "write to jan małpa jobs kropka pl now",
    "write to jan @ jobs.example.pl now", "write to jan@jobsexample now",
    "Telegram: @jobs_fast now", "WhatsApp @jobs.fast now", "Skype: live:jan.k now",
    "see https://t.me/jobs_fast now", "see wa.me/48600100200 now", "see tg://resolve?domain=x now",
    "contact: Anna Nowak now", "Osoba do kontaktu: Anna Nowak now",
    "Osoba kontaktowa: Pani Anna Nowak-Kowalska now", "Ansprechpartnerin: Frau Anna Muster now",
    "Contactpersoon: Jan van der Berg now", "Votre contact : Jeanne Dupont now",
    "écrire à Madame Jeanne DUPONT now", "Ihre Fragen an Frau Muster now",
    "prosimy o kontakt z Panią Anną Nowak now", "bel mevrouw Jansen now"})
  void contact_data_is_taken_out(String text) {
    String cleaned = PlainText.withoutContacts(text);
    assertTrue(cleaned.contains("[…]"), cleaned);
    assertTrue(cleaned.endsWith("now"), cleaned);
    assertFalse(cleaned.matches(".*\\d{3}.*|.*@.*|.*(?i:jan\\b|anna|nowak|muster|dupont|jansen).*"),
        cleaned);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from 2 800 to 9 850 zł a month", "since 25.06.2021", "2021-06-25 08:00",
    "100 000 000 zł turnover", "07300 Tournon", "ISO 9001:2015", "12 000 - 15 000 PLN",
    "KRS 0000098765", "35h, 39h or 40h",
    "begin on 01.09.2021 please", "06.00-14.00 and 14.00-22.00", "work at home or at a desk",
    "contact: by post only", "Kontakt z Klientem", "WhatsApp and Telegram bots", "Signal R, Java",
    "apply on https://jobs.example.pl/apply?id=1", "Mesdames, Messieurs",
    "the firm L.M. Group Poland",
    "Kontakt: Sposób aplikowania", "15-22.08.2021"})
  void other_numbers_stay(String text) {
    assertEquals(text, PlainText.withoutContacts(text));
  }

  @Test
  void a_name_beside_a_number_is_a_persons_in_running_text_only() {
    assertEquals("ask […] […]", PlainText.withoutPeople("ask Anna Nowak, tel. 600 100 200"));
    assertEquals("Bakery Nowak […]", PlainText.withoutContacts("Bakery Nowak 600 100 200"));
  }

  @RepeatedTest(300)
  void no_contact_survives_whatever_stands_around_it(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    String[] contacts = {"anna@jobs.example.pl", "+48 600 100 200", "https://t.me/annajobs",
      "Telegram: @annajobs", "contact: Anna Nowak", "anna (at) jobs.pl"};
    String[] words = {"call ", "we bake. ", "\n", "€ 12 ", "(", " or ", "35h, ", "Sp. z o.o. ",
      "- "};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(words[random.nextInt(words.length)])
          .append(contacts[random.nextInt(contacts.length)])
          .append(random.nextBoolean() ? " " : ", ");
    }
    String clean = PlainText.withoutContacts(text.toString());
    assertFalse(clean.matches("(?is).*(?:anna|@|600|t\\.me).*"), clean);
  }
}
