package org.metier.profiling.extraction;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Takes the text of pages, that of filled form fields included, in reading order (see [ReadingOrder]), and
/// keeps apart what nobody sees: invisible rendering, letters below [#SMALLEST_POINTS], off the page,
/// fully transparent or in a layer that is switched off, and white letters where no darker shape or picture lies under them. White letters on
/// a dark bar are common in CVs and stay visible text.
final class VisibleText extends PDFTextStripper {
  /// Letters of fewer points cannot be read on paper.
  private static final float SMALLEST_POINTS = 3.5f;
  /// A colour whose parts are all at least this bright passes for white.
  private static final int WHITE = 245;
  private static final float LEAST_ALPHA = 0.03f;
  private static final int MAX_SHAPES = 5_000;
  private static final int MAX_FORM_FIELDS = 2_000;
  private static final int MAX_DRAWINGS = 5_000;

  private final List<Rectangle2D> dark = new ArrayList<>();
  private final HiddenText hidden = new HiddenText();
  private Rectangle2D path = new Rectangle2D.Double();
  private final boolean takesAll;
  /// Whether each piece of marked content that is open is in a layer that is switched off.
  private final Deque<Boolean> layers = new ArrayDeque<>();
  private int layersOff;
  private float runLine;
  private int drawings;
  private PDRectangle box = PDRectangle.A4;

  /// @param takesAll whether to take what nobody sees for visible, as the text layer of a scan
  VisibleText(boolean takesAll) {
    this.takesAll = takesAll;
    setShouldSeparateByBeads(false);
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
    for (String points : List.of("m", "l", "c", "v", "y", "re")) {
      addOperator(new PathPoints(this, points));
    }
    for (String fill : List.of("f", "F", "f*", "b", "b*", "B", "B*", "sh")) {
      addOperator(new PathEnd(this, fill, true));
    }
    for (String end : List.of("n", "s", "S")) {
      addOperator(new PathEnd(this, end, false));
    }
  }

  /// The stretches that nobody sees, line by line.
  List<String> hidden() {
    return hidden.stretches();
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    dark.clear();
    path = new Rectangle2D.Double();
    box = page.getCropBox();
    layers.clear();
    layersOff = 0;
    super.processPage(page);
    hidden.end();
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    if (!takesAll && isHidden(letter)) {
      if (Math.abs(letter.getYDirAdj() - runLine) > 1) {
        hidden.end();
        runLine = letter.getYDirAdj();
      }
      hidden.add(letter.getUnicode());
    } else {
      if (!letter.getUnicode().isBlank()) {
        hidden.end();
      }
      super.processTextPosition(letter);
    }
  }

  @Override
  protected void writePage() throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    charactersByArticle.forEach(letters::addAll);
    int printed = letters.size();
    showFormFields();
    letters.clear();
    charactersByArticle.forEach(letters::addAll);
    charactersByArticle = new ArrayList<>(
        PageLetters.inReadingOrder(letters, letters.size() > printed));
    setArticleEnd(charactersByArticle.size() > 1 ? getLineSeparator() : "");
    super.writePage();
    charactersByArticle = new ArrayList<>(List.of(new ArrayList<>()));
  }

  /// What a person wrote into the fields of a form stands in their own pictures, not on the page.
  private void showFormFields() throws IOException {
    List<PDAnnotation> fields = getCurrentPage()
        .getAnnotations(annotation -> annotation instanceof PDAnnotationWidget);
    for (PDAnnotation field : fields.subList(0, Math.min(fields.size(), MAX_FORM_FIELDS))) {
      if (!field.isHidden() && !field.isNoView()) {
        showAnnotation(field);
      }
    }
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    super.beginMarkedContentSequence(tag, properties);
    boolean isOff = COSName.OC.equals(tag) && properties != null && isSwitchedOff(properties);
    layers.push(isOff);
    layersOff += isOff ? 1 : 0;
  }

  @Override
  public void endMarkedContentSequence() {
    super.endMarkedContentSequence();
    layersOff -= Boolean.TRUE.equals(layers.poll()) ? 1 : 0;
  }

  private boolean isSwitchedOff(COSDictionary layer) {
    PDOptionalContentProperties all = document.getDocumentCatalog().getOCProperties();
    return all != null
        && PDPropertyList.create(layer) instanceof PDOptionalContentGroup group
        && !all.isGroupEnabled(group);
  }

  private boolean isHidden(TextPosition letter) {
    if (letter.getUnicode().isBlank()) {
      return hidden.isOpen();
    }
    PDTextState text = getGraphicsState().getTextState();
    RenderingMode mode = text.getRenderingMode();
    if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
      return true;
    }
    if (!(letter.getFont() instanceof PDType3Font) && letter.getYScale() < SMALLEST_POINTS
        && letter.getYScale() > 0) {
      return true;
    }
    if (isOffPage(letter) || layersOff > 0) {
      return true;
    }
    return mode.isFill() && !mode.isStroke()
        && (getGraphicsState().getNonStrokeAlphaConstant() < LEAST_ALPHA
            || (isWhite() && !isOnDark(letter.getTextMatrix())));
  }

  /// Whether no part of a letter can be on the page; positions count from the corner of the visible part.
  private boolean isOffPage(TextPosition letter) {
    double x = letter.getTextMatrix().getTranslateX();
    double y = letter.getTextMatrix().getTranslateY();
    double reach = Math.max(letter.getYScale(), letter.getXScale()) * letter.getUnicode().length();
    return x < -reach || y < -reach || x > box.getWidth() + 1 || y > box.getHeight() + reach;
  }

  private boolean isOnDark(Matrix position) {
    double x = position.getTranslateX() + box.getLowerLeftX() + 0.5;
    double y = position.getTranslateY() + box.getLowerLeftY() + 0.5;
    for (Rectangle2D shape : dark) {
      if (shape.contains(x, y)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhite() {
    PDColor color = getGraphicsState().getNonStrokingColor();
    try {
      int rgb = color.getColorSpace() == null || color.isPattern() ? 0 : color.toRGB();
      return (rgb >> 16 & 0xff) >= WHITE && (rgb >> 8 & 0xff) >= WHITE && (rgb & 0xff) >= WHITE;
    } catch (IOException | RuntimeException e) {
      return false; // a broken colour is no proof that the text is hidden
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    boolean isDrawing = operator.getName().equals("Do");
    if (isDrawing && ++drawings > MAX_DRAWINGS) {
      return; // drawings that draw themselves have no end
    }
    if (isDrawing && dark.size() < MAX_SHAPES) {
      // A picture, or a form that draws one: white letters over it may well be seen.
      GeneralPath square = new GeneralPath(new Rectangle2D.Double(0, 0, 1, 1));
      square.transform(getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
      dark.add(square.getBounds2D());
    }
    super.processOperator(operator, operands);
  }

  private void addPoint(float x, float y) {
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    Point2D point = matrix.transformPoint(x, y);
    if (path.isEmpty() && path.getX() == 0 && path.getY() == 0) {
      path = new Rectangle2D.Double(point.getX(), point.getY(), 1e-6, 1e-6);
    } else {
      path.add(point);
    }
  }

  /// Widens the box of the path that is being drawn.
  private static final class PathPoints extends OperatorProcessor {
    private final VisibleText text;
    private final String name;

    PathPoints(VisibleText text, String name) {
      super(text);
      this.text = text;
      this.name = name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      float[] numbers = new float[operands.size()];
      for (int i = 0; i < numbers.length; i++) {
        if (!(operands.get(i) instanceof COSNumber number)) {
          return;
        }
        numbers[i] = number.floatValue();
      }
      if (name.equals("re") && numbers.length == 4) {
        text.addPoint(numbers[0], numbers[1]);
        text.addPoint(numbers[0] + numbers[2], numbers[1] + numbers[3]);
      } else {
        for (int i = 0; i + 1 < numbers.length; i += 2) {
          text.addPoint(numbers[i], numbers[i + 1]);
        }
      }
    }

    @Override
    public String getName() {
      return name;
    }
  }

  /// Ends the path; a filled one that is not white lies dark on the page.
  private static final class PathEnd extends OperatorProcessor {
    private final VisibleText text;
    private final String name;
    private final boolean isFill;

    PathEnd(VisibleText text, String name, boolean isFill) {
      super(text);
      this.text = text;
      this.name = name;
      this.isFill = isFill;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      if (isFill && !text.isWhite() && text.dark.size() < MAX_SHAPES) {
        text.dark.add(text.path);
      }
      text.path = new Rectangle2D.Double();
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
