package org.metier.search;

import java.util.ArrayList;
import java.util.List;
import org.metier.index.internal.ExactWords;
import org.metier.text.Span;
import org.metier.text.Token;

/// Reads the query language that [SearchRequest] documents. Whatever is typed has a meaning: a quote
/// without its pair and a sign without a word count for nothing.
///
/// @param text without control characters, cut at the limit; every span is within it
/// @param terms in the order typed
/// @param ignored what went beyond the limits
record QueryText(String text, List<QueryTerm> terms, List<String> ignored) {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_TERMS = 32;

  QueryText {
    terms = List.copyOf(terms);
    ignored = List.copyOf(ignored);
  }

  static QueryText parse(String typed) {
    return new Parser(clean(typed)).parse();
  }

  private static String clean(String typed) {
    int end = Math.min(MAX_LENGTH, typed.length());
    if (end < typed.length() && Character.isHighSurrogate(typed.charAt(end - 1))) {
      end--;
    }
    StringBuilder text = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = typed.charAt(i);
      text.append(switch (c) {
        case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033' -> '"';
        case '\u2013', '\u2212', '\u2010', '\u2011' -> '-';
        default -> Character.isISOControl(c) || Character.isWhitespace(c)
            || Character.isSpaceChar(c) ? ' ' : c;
      });
    }
    return text.toString();
  }

  private static final class Parser {
    private final String text;
    private final List<QueryTerm> terms = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
    }

    QueryText parse() {
      while (at < text.length()) {
        if (text.charAt(at) == ' ') {
          at++;
        } else {
          term();
        }
      }
      return new QueryText(text, terms, ignored);
    }

    private void term() {
      QueryTerm.Need sign = sign();
      if (at == text.length() || text.charAt(at) == ' ') {
        return;
      }
      if (text.charAt(at) == '"') {
        int close = text.indexOf('"', at + 1);
        if (close > 0) {
          phrase(sign, at + 1, close);
          at = close + 1;
        } else {
          at++;
        }
      } else {
        int end = at;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '"') {
          end++;
        }
        words(sign, at, end);
        at = end;
      }
    }

    /// Of several signs the last counts.
    private QueryTerm.Need sign() {
      QueryTerm.Need sign = QueryTerm.Need.WANTED;
      while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        sign = text.charAt(at) == '+' ? QueryTerm.Need.REQUIRED : QueryTerm.Need.EXCLUDED;
        at++;
      }
      return sign;
    }

    private void phrase(QueryTerm.Need sign, int start, int end) {
      List<Token> tokens = ExactWords.of(text.substring(start, end));
      if (!tokens.isEmpty()) {
        QueryTerm.Need need = sign == QueryTerm.Need.WANTED ? QueryTerm.Need.REQUIRED : sign;
        add(need, true, start, tokens);
      }
    }

    /// What is written together with a sign before it belongs together: `-e-mail`.
    private void words(QueryTerm.Need sign, int start, int end) {
      List<Token> tokens = ExactWords.of(text.substring(start, end));
      if (sign != QueryTerm.Need.WANTED && tokens.size() > 1) {
        add(sign, true, start, tokens);
      } else {
        tokens.forEach(token -> add(sign, false, start, List.of(token)));
      }
    }

    private void add(QueryTerm.Need need, boolean isPhrase, int offset, List<Token> tokens) {
      Span span = new Span(offset + tokens.getFirst().span().start(),
          offset + tokens.getLast().span().end());
      if (terms.size() == MAX_TERMS) {
        ignored.add(span.of(text));
        return;
      }
      List<String> words = tokens.stream().map(Token::term).limit(MAX_TERMS).toList();
      terms.add(new QueryTerm(need, isPhrase, span.of(text), span, words));
    }
  }
}
