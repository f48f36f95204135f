package org.metier.feed.internal.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.work.Contract;

class ContractTextTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"CDI;PERMANENT", "Contrat à durée déterminée;FIXED_TERM",
    "permanent;PERMANENT", "time-specific;FIXED_TERM", "Vast contract;PERMANENT",
    "contract van bepaalde duur;FIXED_TERM", "contract van onbepaalde duur;PERMANENT",
    "Umowa o pracę na czas nieokreślony;PERMANENT", "Umowa o pracę na czas określony;FIXED_TERM",
    "umowa o pracę tymczasową;AGENCY", "kontrakt B2B;SELF_EMPLOYED", "staż/praktyka;INTERNSHIP",
    "unbefristet;PERMANENT", "befristet bis 2027;FIXED_TERM", "Zeitarbeit;AGENCY", "Intérim;AGENCY",
    "saisonnier;SEASONAL", "Sezonowa;SEASONAL", "freelance;SELF_EMPLOYED", "zzp;SELF_EMPLOYED",
    "Contrat d'apprentissage;APPRENTICESHIP", "Ausbildung;APPRENTICESHIP", "Internship;INTERNSHIP",
    "bénévolat;VOLUNTARY", "vrijwilligerswerk;VOLUNTARY"})
  void one_kind_of_contract_is_read(String text, Contract expected) {
    assertEquals(expected,
        ContractText.stated(text) instanceof Reading.Found<Contract>(var c, var s)
            ? c
            : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"umowa o pracę", "umowa zlecenie", "umowa o pracę, kontrakt B2B",
    "umowa agencyjna", "CDI ou CDD", "umowa zlecenie, kontrakt B2B",
    "Umowa o pracę na okres próbny",
    "tijdelijk met uitzicht op vast", "full time", "Inna",
    "umowa o pracę / o pracę tymczasową", "umowa o pracę, umowa o staż / praktyki"})
  void several_kinds_or_one_without_a_name_are_absent(String text) {
    assertEquals(new Reading.Absent<Contract>(), ContractText.stated(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "Wij bieden een vast contract van onbepaalde duur.;PERMANENT",
    "Type de poste : CDI à temps plein;PERMANENT",
    "Rodzaj umowy:Umowa o pracę na czas określony Wynagrodzenie;FIXED_TERM",
    "Sie erhalten einen unbefristeten Arbeitsvertrag;PERMANENT",
    "We offer a fixed-term contract of a year;FIXED_TERM"})
  void a_contract_in_running_text_counts_when_it_is_called_one(String text, Contract expected) {
    Reading.Found<Contract> found = ContractText.in(text);
    assertEquals(expected, found == null ? null : found.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"optie op een vast contract", "na interim een vast contract mogelijk",
    "Dan is het vast contract in zicht!", "dane przechowywane na czas nieokreślony",
    "umowa na okres próbny, następnie umowa na czas nieokreślony", "le type de contrat (CDI, CDD)",
    "umowa o pracę lub B2B", "selbstständig arbeiten", "een stage bij ons", "wymagany staż pracy"})
  void prospects_choices_and_other_meanings_are_no_contract(String text) {
    assertNull(ContractText.in(text));
  }
}
