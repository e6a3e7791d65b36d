package io.github.sourceprovisioner.web.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of an answer in XML. It is read with the JDK's own parser and without what makes XML
 * dangerous: a document type, and with it entities, is refused (CVE-2025-4949).
 *
 * @param element never shown
 */
public record XmlAnswer(Element element) {

  /** A page of a listing has a thousand keys of at most a kilobyte, each as text. */
  private static final int LONGEST = 4 << 20;

  /**
   * The root element of a body.
   *
   * @throws IOException if it is not well-formed, has a document type, or is longer than 4 MB
   */
  public static XmlAnswer read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new IOException("an answer of more than " + LONGEST + " bytes");
    }
    try {
      return new XmlAnswer(parser().parse(new ByteArrayInputStream(bytes)).getDocumentElement());
    } catch (SAXException e) {
      throw new IOException("an answer that is no XML", e);
    }
  }

  /** The name of the element, whatever its name space. */
  public String name() {
    return element.getLocalName();
  }

  /** The children of a name. */
  public List<XmlAnswer> all(String name) {
    List<XmlAnswer> found = new ArrayList<>();
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child && name.equals(child.getLocalName())) {
        found.add(new XmlAnswer(child));
      }
    }
    return found;
  }

  /** The first child of a name. */
  public Optional<XmlAnswer> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The text of the first child of a name. */
  public Optional<String> text(String name) {
    return first(name).map(child -> child.element().getTextContent());
  }

  private static DocumentBuilder parser() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setExpandEntityReferences(false);
      factory.setNamespaceAware(true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      // The parser's own handler prints.
      parser.setErrorHandler(new DefaultHandler());
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("a JDK without a safe XML parser", e);
    }
  }
}
