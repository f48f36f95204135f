package org.metier.profiling.extraction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// Makes the files that the tests read, so that no binary is committed.
public final class MadeFiles {
  private MadeFiles() {}

  /// Draws on a page.
  interface Drawing {
    void draw(PDDocument document, PDPageContentStream page) throws IOException;
  }

  public static byte[] pdf(List<String> lines) throws IOException {
    return pdf((document, page) -> write(page, lines, 700));
  }

  static byte[] pdf(Drawing drawing) throws IOException {
    try (PDDocument document = document(drawing)) {
      return bytes(document);
    }
  }

  private static PDDocument document(Drawing drawing) throws IOException {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      drawing.draw(document, content);
    }
    return document;
  }

  static void write(PDPageContentStream page, List<String> lines, float top) throws IOException {
    page.beginText();
    page.setFont(new PDType1Font(FontName.HELVETICA), 11);
    page.setLeading(14);
    page.newLineAtOffset(72, top);
    for (String line : lines) {
      page.showText(line);
      page.newLine();
    }
    page.endText();
  }

  static byte[] pdfWithHiddenText() throws IOException {
    return pdf((document, page) -> {
      write(page, List.of("Plain sentence."), 700);
      page.setNonStrokingColor(Color.WHITE);
      write(page, List.of("white on white"), 600);
      page.setNonStrokingColor(new Color(20, 30, 90));
      page.addRect(60, 480, 300, 60);
      page.fill();
      page.setNonStrokingColor(Color.WHITE);
      write(page, List.of("white on blue"), 500);
      page.setNonStrokingColor(Color.BLACK);
      page.beginText();
      page.setFont(new PDType1Font(FontName.HELVETICA), 11);
      page.setRenderingMode(RenderingMode.NEITHER);
      page.newLineAtOffset(72, 400);
      page.showText("drawn invisibly");
      page.endText();
      page.beginText();
      page.setRenderingMode(RenderingMode.FILL);
      page.setFont(new PDType1Font(FontName.HELVETICA), 1);
      page.newLineAtOffset(72, 300);
      page.showText("far too small");
      page.endText();
    });
  }

  /// A page that is a picture, with or without the text that a scanner recognised.
  static byte[] scan(List<String> recognised) throws IOException {
    return pdf((document, page) -> {
      BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
      page.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 612, 792);
      page.setRenderingMode(RenderingMode.NEITHER);
      write(page, recognised, 700);
    });
  }

  static byte[] locked(String userPassword, boolean mayExtract) throws IOException {
    try (
        PDDocument document = document((d, page) -> write(page, List.of("Plain sentence."), 700))) {
      AccessPermission permission = new AccessPermission();
      permission.setCanExtractContent(mayExtract);
      StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword,
          permission);
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      return bytes(document);
    }
  }

  public static byte[] pdfWithAttachment(String name, byte[] attached) throws IOException {
    return pdfWithAttachment("See attachment.", name, attached);
  }

  public static byte[] pdfWithAttachment(String text, String name, byte[] attached)
      throws IOException {
    try (PDDocument document = document((d, page) -> write(page, List.of(text.split("\\. ")),
        700))) {
      PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(attached),
          COSName.FLATE_DECODE);
      PDComplexFileSpecification specification = new PDComplexFileSpecification();
      specification.setFile(name);
      specification.setEmbeddedFile(file);
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of(name, specification));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      return bytes(document);
    }
  }

  /// A document pinned to the page.
  static byte[] pdfWithPin(String name, byte[] attached) throws IOException {
    try (PDDocument document = document((d, page) -> write(page, List.of("See pin."), 700))) {
      PDComplexFileSpecification specification = new PDComplexFileSpecification();
      specification.setFile(name);
      specification
          .setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(attached)));
      PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
      pin.setFile(specification);
      document.getPage(0).setAnnotations(List.of(pin));
      return bytes(document);
    }
  }

  /// A form with two fields, whose values are drawn by their own pictures.
  static byte[] form(String occupation, String since) throws IOException {
    try (PDDocument document = document((d, page) -> {
      write(page, List.of("Occupation:"), 700);
      write(page, List.of("Since:"), 650);
    })) {
      PDAcroForm form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      PDResources resources = new PDResources();
      resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
      form.setDefaultResources(resources);
      form.setDefaultAppearance("/Helv 11 Tf 0 g");
      addField(document, form, "since", 135, 645, since);
      addField(document, form, "occupation", 135, 695, occupation);
      return bytes(document);
    }
  }

  private static void addField(PDDocument document, PDAcroForm form, String name, float x, float y,
      String value) throws IOException {
    PDTextField field = new PDTextField(form);
    field.setPartialName(name);
    form.getFields().add(field);
    PDAnnotationWidget widget = field.getWidgets().getFirst();
    widget.setRectangle(new PDRectangle(x, y, 200, 18));
    widget.setPage(document.getPage(0));
    document.getPage(0).getAnnotations().add(widget);
    field.setValue(value);
  }

  static byte[] pdfOffThePage() throws IOException {
    return pdf((document, page) -> {
      write(page, List.of("Plain sentence."), 700);
      write(page, List.of("off the page"), 2_000);
      page.beginText();
      page.setFont(new PDType1Font(FontName.HELVETICA), 11);
      page.newLineAtOffset(-900, 650);
      page.showText("left of it");
      page.endText();
      PDExtendedGraphicsState clear = new PDExtendedGraphicsState();
      clear.setNonStrokingAlphaConstant(0f);
      page.setGraphicsStateParameters(clear);
      write(page, List.of("seen through"), 600);
    });
  }

  /// A page with a layer that is switched on, and one that is switched off.
  static byte[] pdfWithLayers() throws IOException {
    return pdf((document, page) -> {
      PDOptionalContentProperties layers = new PDOptionalContentProperties();
      document.getDocumentCatalog().setOCProperties(layers);
      float top = 700;
      for (String name : List.of("on", "off")) {
        PDOptionalContentGroup layer = new PDOptionalContentGroup(name);
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, name.equals("on"));
        page.beginMarkedContent(COSName.OC, layer);
        write(page, List.of("switched " + name), top);
        page.endMarkedContent();
        top -= 100;
      }
    });
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /// A DOCX file whose body is the given WordprocessingML.
  public static byte[] docx(String body) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\""
            + "http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
            + "</w:body></w:document>");
    return zip(parts);
  }

  public static String paragraph(String... runs) {
    StringBuilder paragraph = new StringBuilder("<w:p>");
    for (String run : runs) {
      paragraph.append("<w:r><w:t>").append(run).append("</w:t></w:r>");
    }
    return paragraph.append("</w:p>").toString();
  }

  public static byte[] docx(List<String> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append(paragraph(line)));
    return docx(body.toString());
  }

  static byte[] odt(List<String> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append("<text:p>").append(line).append("</text:p>"));
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put("content.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
        + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\""
        + "urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>" + body
        + "</office:text></office:body></office:document-content>");
    return zip(parts);
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(part.getKey());
        if (entry.getName().equals("mimetype")) { // which OpenDocument wants to be seen from outside
          CRC32 checksum = new CRC32();
          checksum.update(content);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.length);
          entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
