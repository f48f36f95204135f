package org.metier.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.create();

  private static final Map<Language, String> TEXTS = Map.of(
      Language.EN, "We are looking for an experienced cook for our restaurant in the city centre.",
      Language.FR,
      "Nous recherchons un cuisinier expérimenté pour notre restaurant du centre-ville.",
      Language.NL, "Wij zoeken een ervaren kok voor ons restaurant in het centrum van de stad.",
      Language.PL, "Poszukujemy doświadczonego kucharza do naszej restauracji w centrum miasta.",
      Language.DE, "Wir suchen einen erfahrenen Koch für unser Restaurant in der Innenstadt.");

  @Test
  void each_of_our_languages_is_told() {
    TEXTS.forEach((language, text) -> assertEquals(Optional.of(language), DETECTOR.detect(text)));
  }

  @Test
  void other_languages_are_none() {
    for (String text : List.of(
        "Buscamos un cocinero con experiencia para nuestro restaurante en el centro de la ciudad.",
        "Cerchiamo un cuoco con esperienza per il nostro ristorante nel centro della città.",
        "Vi söker en erfaren kock till vår restaurang i centrala staden.",
        "Мы ищем опытного повара в наш ресторан в центре города.")) {
      assertEquals(Optional.empty(), DETECTOR.detect(text), text);
    }
  }

  @Test
  void a_long_text_of_another_language_is_none_however_many_letters_it_shares() {
    for (String text : List.of(
        "Etsimme kokenutta kokkia ravintolaamme kaupungin keskustaan. Työ on vakituinen ja alkaa heti. ",
        "Vi söker en erfaren kock till vår restaurang. Du är van vid höga krav och trivs med människor. ",
        "Hledáme zkušeného kuchaře do naší restaurace v centru města. Nabízíme dobrý plat a služební byt. ",
        "Tapasztalt szakácsot keresünk éttermünkbe a város központjában. Jó fizetést és szállást adunk. ",
        "Procuramos um cozinheiro experiente para o nosso restaurante. Oferecemos um bom salário e formação. ",
        "Buscamos un cocinero con experiencia para nuestro restaurante. Ofrecemos un buen sueldo y formación. ",
        """
                Somos una empresa que lleva más de veinte años en el sector y buscamos a un cocinero o una
                cocinera para la nueva tienda. Tu trabajo es preparar los platos del día, cuidar de la calidad
                y ayudar a tus compañeros si les hace falta. No te pedimos un título, pero se valora que me
                cuentes en qué sitios has estado y por qué te fuiste. El horario es de lunes a viernes, con
                dos tardes libres; nos gusta que nuestros empleados tengan tiempo para su familia. Le damos
                un contrato fijo, se paga según convenio y son dos pagas al año. Entre todos hacemos que el
                equipo sea un buen lugar.
            """,
        "Vi søger en erfaren kok til vores restaurant i byen. Du er god til at arbejde sammen med andre. ")) {
      assertEquals(Optional.empty(), DETECTOR.detect(text.repeat(6)), text);
    }
  }

  @Test
  void what_says_nothing_is_none() {
    for (String text : List.of("", "  \n", "12345 - 67 %", "!!!")) {
      assertEquals(Optional.empty(), DETECTOR.detect(text), text);
    }
  }

  @Test
  void many_threads_get_what_one_gets() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      TEXTS.forEach((language, text) -> tasks
          .add(() -> DETECTOR.detect(text).equals(Optional.of(language))));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertTrue(task.get());
      }
    }
  }
}
