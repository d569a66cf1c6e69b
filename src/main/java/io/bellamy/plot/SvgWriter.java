package io.bellamy.plot;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes pictures as SVG. */
final class SvgWriter {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgWriter() {}

    static byte[] write(Picture picture) throws IOException {
        Document document = document();
        SVGGraphics2D graphics = new SVGGraphics2D(document);
        Dimension size = picture.size();
        graphics.setSVGCanvasSize(size);
        picture.chart().draw(graphics, new Rectangle2D.Double(0, 0, size.width, size.height));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + size.width + " " + size.height);
        root.setAttribute("role", "img");
        Node first = root.getFirstChild();
        root.insertBefore(text(document, "title", picture.title()), first);
        root.insertBefore(text(document, "desc", picture.description()), first);
        StringWriter out = new StringWriter();
        graphics.stream(root, out, true, false);
        // without the document type, whose definition some readers would get over the network
        String elements = out.toString().substring(out.toString().indexOf("<svg"));
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + elements).getBytes(StandardCharsets.UTF_8);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java always has documents", e);
        }
    }

    private static Element text(Document document, String name, String text) {
        Element element = document.createElementNS(SVG, name);
        element.setTextContent(text);
        return element;
    }
}
