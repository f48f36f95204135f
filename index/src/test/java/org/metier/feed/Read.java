package org.metier.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.feed.mapping.Mapping;
import org.metier.vacancy.Vacancy;

/// What a feed given as text came to.
public record Read(FeedEnd end, List<VacancyDraft> drafts, List<FeedProblem> rejections,
    List<FeedProblem> remarks, List<FeedItem.Withdrawn> withdrawn) {

  public static Read of(String text) {
    return of(text, null, null);
  }

  public static Read of(String text, @Nullable String format, @Nullable Mapping mapping) {
    return of(feed(text.getBytes(StandardCharsets.UTF_8)).format(format).mapping(mapping).build());
  }

  public static Feed.Builder feed(byte[] bytes) {
    return Feed.of(Source.of("test"), "feed", new ByteArrayInputStream(bytes));
  }

  public static Read of(Feed feed) {
    List<VacancyDraft> drafts = new ArrayList<>();
    List<FeedProblem> rejections = new ArrayList<>();
    List<FeedProblem> remarks = new ArrayList<>();
    List<FeedItem.Withdrawn> withdrawn = new ArrayList<>();
    try {
      FeedEnd end = FeedReader.read(feed, item -> {
        switch (item) {
          case FeedItem.Accepted(var draft, var place, var found) -> {
            drafts.add(draft);
            remarks.addAll(found);
          }
          case FeedItem.Rejected(var problem) -> rejections.add(problem);
          case FeedItem.Withdrawn gone -> withdrawn.add(gone);
        }
      });
      return new Read(end, drafts, rejections, remarks, withdrawn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  public Vacancy vacancy() {
    if (drafts.size() != 1) {
      throw new AssertionError(drafts.size() + " vacancies, rejections " + rejections);
    }
    return drafts.getFirst().vacancy();
  }
}
