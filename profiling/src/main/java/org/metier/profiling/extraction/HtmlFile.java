package org.metier.profiling.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// Reads HTML as lines, a block each. Scripts, style sheets and frames are left out; elements that their
/// attributes or the page's own style sheet hide are kept apart. Nothing is fetched, so a style sheet
/// elsewhere hides nothing.
final class HtmlFile implements NodeVisitor {
  private static final Set<String> DROPPED = Set.of("script", "style", "template", "noscript",
      "iframe", "object", "embed", "applet", "svg", "math", "head", "select", "textarea", "audio",
      "video", "canvas");

  private static final int NONE = -1;

  private final FlowText text = new FlowText();
  private final HidingStyles styles;
  /// How deep the element lies that is left out or hidden now; [#NONE] without one.
  private int droppedDepth = NONE;
  private int hiddenDepth = NONE;

  private HtmlFile(HidingStyles styles) {
    this.styles = styles;
  }

  static Extraction read(byte[] file) throws IOException {
    Document page = Jsoup.parse(new ByteArrayInputStream(file), charset(file), "");
    HtmlFile html = new HtmlFile(HidingStyles.of(page));
    page.body().traverse(html);
    return html.text.extracted();
  }

  /// Null, for what the page itself declares, unless it is UTF-8 or declares nothing.
  private static @Nullable String charset(byte[] file) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
      return null;
    } catch (CharacterCodingException e) {
      String head = new String(file, 0, Math.min(file.length, 5_000), StandardCharsets.ISO_8859_1);
      boolean isDeclared = head.contains("charset") || head.contains("encoding=")
          || head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff");
      return isDeclared ? null : "windows-1252";
    }
  }

  @Override
  public void head(Node node, int depth) {
    if (droppedDepth != NONE || text.isFull()) {
      return;
    }
    if (node instanceof TextNode words) {
      add(words.getWholeText());
    } else if (node instanceof Element element) {
      start(element, depth);
    }
  }

  private void start(Element element, int depth) {
    if (DROPPED.contains(element.normalName())) {
      droppedDepth = depth;
      return;
    }
    if (hiddenDepth == NONE && styles.hide(element)) {
      text.endLine();
      hiddenDepth = depth;
    }
    switch (element.normalName()) {
      case "tr" -> text.startRow();
      case "br" -> text.endLine();
      case "li" -> {
        text.endLine();
        add("• ");
      }
      default -> {
        if (element.isBlock() && !isCell(element)) {
          text.endLine();
        }
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (droppedDepth != NONE) {
      droppedDepth = droppedDepth == depth ? NONE : droppedDepth;
      return;
    }
    if (node instanceof Element element) {
      if (isCell(element)) {
        text.endCell();
      } else if (element.nameIs("tr")) {
        text.endRow();
      } else if (element.isBlock()) {
        text.endLine();
      }
    }
    if (hiddenDepth == depth) {
      text.endLine();
      hiddenDepth = NONE;
    }
  }

  private static boolean isCell(Element element) {
    return element.nameIs("td") || element.nameIs("th");
  }

  private void add(String raw) {
    String words = raw.replaceAll("[ \\t\\r\\n\\f]+", " ");
    if (hiddenDepth != NONE) {
      text.addHidden(words);
    } else {
      text.addWords(words);
    }
  }
}
