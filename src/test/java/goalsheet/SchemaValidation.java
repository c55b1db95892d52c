package goalsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.SchemaTypeSystem;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/**
 * Holds every part of a workbook against the published schemas, as spreadsheets do when they decide whether to offer a repair.
 * The schemas come from poi-ooxml-full in a class loader of its own: the product runs on the lite jar, so the tests do too.
 */
public final class SchemaValidation {
    private static final String TYPE_SYSTEM = "org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder";
    /** A schema class that only the full jar has. */
    private static final String ONLY_IN_FULL = "org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRevisions";
    /** The schema forgot it, every spreadsheet writes it: how blanks at the ends of a text are kept. */
    private static final String SPACE_PRESERVED = "Attribute not allowed (no wildcards allowed): space@http://www.w3.org/XML/1998/namespace";
    private static final SchemaTypeLoader SCHEMAS = load();
    /** Most parts of a damaged workbook are those of the whole one: what is wrong with a part is found out once. */
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    private SchemaValidation() {
    }

    /** @return {@code part: what is wrong}, in order; empty when every part is valid */
    public static List<String> errors(Path workbook) throws IOException {
        return errors(Files.readAllBytes(workbook));
    }

    /** @return {@code part: what is wrong}, in order; empty when every part is valid */
    public static List<String> errors(byte[] workbook) throws IOException {
        List<String> errors = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                ZipEntry entry = next;
                byte[] part = zip.readAllBytes();
                if (!entry.isDirectory() && hasSchema(entry.getName())) {
                    KNOWN.computeIfAbsent(digest(part), unknown -> validate(part)).forEach(error -> errors.add(entry.getName() + ": " + error));
                }
            }
        }
        return errors;
    }

    /** The package's own parts and document properties have schemas that POI does not ship; drawings of old comments (VML) have none. */
    private static boolean hasSchema(String part) {
        return part.endsWith(".xml") && !part.equals("[Content_Types].xml") && !part.equals("docProps/core.xml");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> validate(byte[] bytes) {
        try {
            XmlObject document = SCHEMAS.parse(new ByteArrayInputStream(bytes), null, new XmlOptions());
            if (!document.schemaType().isDocumentType()) {
                return List.of("no schema knows its root element");
            }
            List<XmlError> found = new ArrayList<>();
            document.validate(new XmlOptions().setErrorListener(found));
            return found.stream().map(XmlError::getMessage).filter(message -> !message.startsWith(SPACE_PRESERVED)).toList();
        } catch (XmlException broken) {
            return List.of(broken.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaTypeLoader load() {
        try {
            URL full = Class.forName(ONLY_IN_FULL, false, SchemaValidation.class.getClassLoader())
                    .getProtectionDomain().getCodeSource().getLocation();
            ClassLoader onlyXmlBeans = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    if (name.startsWith("org.apache.xmlbeans.")) {
                        return SchemaValidation.class.getClassLoader().loadClass(name);
                    }
                    throw new ClassNotFoundException(name);
                }
            };
            SchemaTypeSystem ooxml = (SchemaTypeSystem) new URLClassLoader(new URL[] {full}, onlyXmlBeans)
                    .loadClass(TYPE_SYSTEM).getField("typeSystem").get(null);
            return XmlBeans.typeLoaderUnion(ooxml, XmlBeans.getBuiltinTypeSystem());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("poi-ooxml-full is not on the test class path", missing);
        }
    }
}
