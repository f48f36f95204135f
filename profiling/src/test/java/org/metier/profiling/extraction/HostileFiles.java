package org.metier.profiling.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Files that mean harm, or came to it on the way. Each is made from its seed alone.
final class HostileFiles {
  /// Files of these kinds end the child or keep it long, so that they come less often.
  static final int COSTLY_EVERY = 50;

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String LAUGHS = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;"
      + "&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e SYSTEM"
      + " \"http://127.0.0.1:9/x\">]>";

  private HostileFiles() {}

  /// @param kind for the message of a test that fails
  @SuppressWarnings("ArrayRecordComponent") // made and read, never compared
  record Hostile(String kind, byte[] bytes) {}

  /// Makes a file of a kind.
  private interface Maker {
    byte[] make(Random random) throws IOException;
  }

  private static final Map<String, Maker> CHEAP = cheap();
  private static final Map<String, Maker> COSTLY = costly();

  static Hostile of(int seed) throws IOException {
    Random random = new Random(seed);
    boolean isCostly = seed % COSTLY_EVERY == COSTLY_EVERY - 1;
    Map<String, Maker> makers = isCostly ? COSTLY : CHEAP;
    int at = Math.floorMod(isCostly ? seed / COSTLY_EVERY : seed, makers.size());
    String kind = List.copyOf(makers.keySet()).get(at);
    Maker maker = makers.get(kind);
    if (maker == null) {
      throw new AssertionError(kind);
    }
    return new Hostile(kind, maker.make(random));
  }

  static byte[] goodPdf() throws IOException {
    return new PlacedText().column(60, 700, 14, "Work", "Baker 2015 - 2019", "Cook 2019 - 2021")
        .column(360, 700, 14, "Skills", "Dough making", "Food hygiene")
        .pdf();
  }

  static byte[] goodDocx() {
    return MadeFiles.docx("<w:tbl><w:tr><w:tc>" + MadeFiles.paragraph("2015 - 2019") + "</w:tc>"
        + "<w:tc>" + MadeFiles.paragraph("Baker") + "</w:tc></w:tr></w:tbl>"
        + MadeFiles.paragraph("Dough making"));
  }

  static byte[] goodOdt() {
    return MadeFiles.odt(List.of("Baker", "2015 - 2019", "Dough making"));
  }

  static byte[] goodRtf() {
    return ascii("{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset238 Arial;}}{\\colortbl;\\red255\\green255"
        + "\\blue255;}\\f0\\fs22 Baker\\par\\trowd\\intbl 2015\\cell Cook {\\v x}\\cell\\row\\pard"
        + " \\u322?\\'b3 {\\*\\generator x}\\par}");
  }

  static byte[] goodHtml() {
    return ascii("<!DOCTYPE html><html><head><style>.x{display:none}</style></head><body><h1>Baker"
        + "</h1><table><tr><td>2015</td><td>Cook</td></tr></table><ul><li>Dough</li></ul>"
        + "<p class=x>ghost</p></body></html>");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Map<String, Maker> cheap() {
    Map<String, Maker> makers = new LinkedHashMap<>();
    Map<String, Maker> good = Map.of("pdf", r -> goodPdf(), "docx", r -> goodDocx(), "odt",
        r -> goodOdt(), "rtf", r -> goodRtf(), "html", r -> goodHtml());
    for (String type : List.of("pdf", "docx", "odt", "rtf", "html")) {
      Maker maker = good.getOrDefault(type, r -> new byte[0]);
      makers.put("truncated " + type, r -> truncated(maker.make(r), r));
      makers.put("flipped " + type, r -> flipped(maker.make(r), r));
      makers.put("spliced " + type, r -> spliced(maker.make(r), r));
    }
    makers.put("empty", r -> new byte[0]);
    makers.put("noise", r -> noise(r, 1 + r.nextInt(50_000)));
    makers.put("noise after a PDF header", r -> after("%PDF-1.7\n", r));
    makers.put("noise after a zip header", r -> after("PK\u0003\u0004", r));
    makers.put("noise after an RTF header", r -> after("{\\rtf1", r));
    makers.put("noise after an HTML header", r -> after("<html>", r));
    makers.put("noise after an old Word header", r -> after("\u00d0\u00cf\u0011\u00e0", r));
    makers.put("locked pdf", r -> MadeFiles.locked("secret", true));
    makers.put("locked docx", r -> FlowFormatsTest.oldOffice("EncryptedPackage"));
    addPdfs(makers);
    addDocuments(makers);
    return makers;
  }

  private static void addPdfs(Map<String, Maker> makers) {
    makers.put("page tree that is its own child", r -> new RawPdf()
        .add("<</Type/Catalog/Pages 2 0 R>>")
        .add("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")
        .bytes());
    makers.put("cross references before themselves",
        r -> RawPdf.page("", ascii("BT ET")).trailer("/Prev HERE").bytes());
    makers.put("objects that are one another", r -> RawPdf.page("/Annots 5 0 R/Resources 6 0 R",
        ascii("BT ET")).add("6 0 R").add("5 0 R").bytes());
    makers.put("form that draws itself", r -> RawPdf
        .page("/Resources<</XObject<</F 5 0 R>>>>", ascii("/F Do"))
        .stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>",
            ascii("/F Do /F Do"))
        .bytes());
    makers.put("huge image", r -> RawPdf.page("/Resources<</XObject<</I 5 0 R>>>>", ascii("/I Do"))
        .stream("/Type/XObject/Subtype/Image/Width 900000/Height 900000/BitsPerComponent 8"
            + "/ColorSpace/DeviceRGB", new byte[9])
        .bytes());
    makers.put("scripts, launching and an embedded program", r -> new RawPdf()
        .add("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>"
            + "/AA<</WC<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>>>"
            + "/Names<</EmbeddedFiles<</Names[(a.exe)<</EF<</F 4 0 R>>/F(a.exe)>>]>>>>"
            + "/AcroForm<</XFA(<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/\"><x/>)/Fields[]>>>>")
        .add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        .add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>")
        .stream("/Type/EmbeddedFile", ascii("MZ\u0090\u0000"))
        .bytes());
    makers.put("attachments that hold one another", r -> new RawPdf()
        .add("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>")
        .add("<</Type/Pages/Kids[]/Count 0>>")
        .add("<</Kids[3 0 R 3 0 R]>>")
        .bytes());
    makers.put("arrays in arrays", r -> RawPdf.page("/X 5 0 R", ascii("[".repeat(50_000) + " Tj"))
        .add("[".repeat(20_000))
        .bytes());
    makers.put("states without end",
        r -> RawPdf.page("", ascii("q ".repeat(100_000) + "BT")).bytes());
    makers.put("sizes beyond numbers", r -> RawPdf.page("/Rotate 99999999999/UserUnit -1",
        ascii("BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 -1e38 Tm (x) Tj ET")).bytes());
    makers.put("pages by the thousand", r -> new RawPdf().add("<</Type/Catalog/Pages 2 0 R>>")
        .add("<</Type/Pages/Kids[" + "3 0 R ".repeat(5_000) + "]/Count 2000000000>>")
        .add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>")
        .bytes());
  }

  private static void addDocuments(Map<String, Maker> makers) {
    makers.put("zip bomb in a docx",
        r -> MadeFiles.docx(MadeFiles.paragraph(" ".repeat(21_000_000))));
    makers.put("zip bomb before the text of a docx", r -> {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("word/media/image1.png", "0".repeat(40_000_000));
      parts.put("word/document.xml", "<w:document xmlns:w=\"" + WORD + "\"><w:p><w:r><w:t>Baker"
          + "</w:t></w:r></w:p></w:document>");
      return MadeFiles.zip(parts);
    });
    makers.put("zip in itself", r -> {
      byte[] inner = goodDocx();
      return MadeFiles.zip(Map.of("word/document.xml",
          new String(inner, StandardCharsets.ISO_8859_1), "mimetype", "x"));
    });
    makers.put("zip whose list of contents begins with itself", r -> {
      byte[] zip = goodDocx();
      Arrays.fill(zip, zip.length - 6, zip.length - 2, (byte) r.nextInt(3));
      return zip;
    });
    makers.put("zip of many parts", r -> {
      Map<String, String> parts = new LinkedHashMap<>();
      for (int i = 0; i < 5_000; i++) {
        parts.put("word/p" + i, "");
      }
      return MadeFiles.zip(parts);
    });
    makers.put("tables in tables", r -> MadeFiles.docx("<w:tbl><w:tr><w:tc>".repeat(10_000)));
    makers.put("blocks in blocks", r -> ascii("<html>" + "<div><table><tr><td>".repeat(20_000)));
    makers.put("groups in groups", r -> ascii("{\\rtf1" + "{".repeat(200_000) + "x"));
    makers.put("entities in a docx", r -> MadeFiles.zip(Map.of("word/document.xml",
        LAUGHS + "<w:document xmlns:w=\"" + WORD + "\"><w:t>&c;&e;</w:t></w:document>")));
    makers.put("entities in an odt", r -> {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("mimetype", "application/vnd.oasis.opendocument.text");
      parts.put("content.xml", LAUGHS + "<d>&c;&e;</d>");
      return MadeFiles.zip(parts);
    });
    makers.put("macros and outside relations", r -> {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("word/_rels/document.xml.rels", "<Relationships><Relationship Id=\"a\" Target=\""
          + "http://127.0.0.1:9/t.dotm\" TargetMode=\"External\"/></Relationships>");
      parts.put("word/vbaProject.bin", "Sub AutoOpen()");
      parts.put("word/document.xml", "<w:document xmlns:w=\"" + WORD + "\"><w:altChunk r:id=\"a\""
          + " xmlns:r=\"r\"/><w:p><w:r><w:t>Baker</w:t></w:r></w:p></w:document>");
      return MadeFiles.zip(parts);
    });
    makers.put("attributes by the thousand",
        r -> ascii("<html><p " + "a%d=b ".repeat(50_000) + ">Baker</p>"));
    makers.put("style sheet without end",
        r -> ascii("<html><style>" + "@media{".repeat(50_000) + "</style><p>Baker</p>"));
    makers.put("hidden text without end", r -> ascii("<html>" + "<p hidden>x</p>".repeat(50_000)));
    makers.put("binary beyond the end", r -> ascii("{\\rtf1 Baker\\bin999999999 x}"));
    makers.put("frames from elsewhere", r -> ascii("<html><base href='http://127.0.0.1:9/'><link"
        + " rel=stylesheet href=x.css><iframe src=y></iframe><img src=z><p>Baker</p>"));
  }

  private static Map<String, Maker> costly() {
    Map<String, Maker> makers = new LinkedHashMap<>();
    byte[] zeros = RawPdf.deflatedZeros(400);
    makers.put("content that grows a thousandfold twice",
        r -> new RawPdf().add("<</Type/Catalog/Pages 2 0 R>>")
            .add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>")
            .stream("/Filter[/FlateDecode/FlateDecode]", RawPdf.deflated(zeros))
            .bytes());
    makers.put("attachment that grows a thousandfold", r -> new RawPdf()
        .add("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.xml)<</EF<</F 3 0 R>>"
            + "/F(a.xml)>>]>>>>>>")
        .add("<</Type/Pages/Kids[]/Count 0>>")
        .stream("/Type/EmbeddedFile/Filter/FlateDecode", zeros)
        .bytes());
    makers.put("selectors against a large page", r -> ascii("<html><style>"
        + "div div div div div div div:has(p) .x{display:none}".repeat(200) + "</style>"
        + "<div>".repeat(400) + "<p>x</p>".repeat(20_000)));
    return makers;
  }

  private static byte[] truncated(byte[] file, Random random) {
    return Arrays.copyOf(file, random.nextInt(file.length));
  }

  private static byte[] flipped(byte[] file, Random random) {
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return file;
  }

  /// A stretch of the file stands twice, or in the place of another.
  private static byte[] spliced(byte[] file, Random random) {
    int length = 1 + random.nextInt(file.length / 2);
    int from = random.nextInt(file.length - length);
    int to = random.nextInt(file.length - length);
    System.arraycopy(file, from, file, to, length);
    return file;
  }

  private static byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] after(String start, Random random) {
    byte[] file = noise(random, 2_000);
    byte[] head = ascii(start);
    System.arraycopy(head, 0, file, 0, head.length);
    return file;
  }
}
