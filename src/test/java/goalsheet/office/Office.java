package goalsheet.office;

import com.sun.star.beans.NamedValue;
import com.sun.star.beans.PropertyValue;
import com.sun.star.bridge.UnoUrlResolver;
import com.sun.star.bridge.XUnoUrlResolver;
import com.sun.star.comp.helper.Bootstrap;
import com.sun.star.connection.NoConnectException;
import com.sun.star.container.XNameAccess;
import com.sun.star.frame.XComponentLoader;
import com.sun.star.frame.XStorable;
import com.sun.star.lang.XComponent;
import com.sun.star.lang.XMultiServiceFactory;
import com.sun.star.uno.UnoRuntime;
import com.sun.star.uno.XComponentContext;
import com.sun.star.util.XCloseable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The clerk's office suite: one headless LibreOffice for the whole test run, with a profile of its own and Chinese regional
 * settings, started at the first use. It opens, edits and saves workbooks with code that is not ours.
 *
 * <p>Tests that need it begin with {@code assumeTrue(Office.available())}. Where the suite must be there, set
 * {@code GOALSHEET_REQUIRE_OFFICE=1} (environment or system property): then its absence fails instead of skipping.
 */
public final class Office {
    private static final long PATIENCE_SECONDS = 60;
    private static Office running;
    private static String absence;

    private final XComponentContext context;
    private final XComponentLoader desktop;

    private Office(XComponentContext context) throws com.sun.star.uno.Exception {
        this.context = context;
        this.desktop = as(XComponentLoader.class, service("com.sun.star.frame.Desktop"));
    }

    /**
     * Whether LibreOffice can be had; says so on stderr, once, when it cannot.
     *
     * @throws IllegalStateException when it cannot although {@code GOALSHEET_REQUIRE_OFFICE} is 1
     */
    public static synchronized boolean available() {
        if (running == null && absence == null) {
            try {
                running = start();
            } catch (IOException | com.sun.star.uno.Exception e) {
                absence = e.getMessage();
                System.err.println("SKIPPED: tests in LibreOffice, " + absence);
            }
        }
        if (running == null && isRequired()) {
            throw new IllegalStateException("LibreOffice is required here, but " + absence);
        }
        return running != null;
    }

    static boolean isRequired() {
        return "1".equals(System.getProperty("GOALSHEET_REQUIRE_OFFICE", System.getenv("GOALSHEET_REQUIRE_OFFICE")));
    }

    /** Opens a workbook of any kind that LibreOffice reads; the file itself changes only when saved onto. */
    public static OfficeBook open(Path file) {
        Office office = get();
        try {
            if (!Files.isRegularFile(file)) {
                throw new IOException("no such file: " + file);
            }
            // A window, if one without a screen: opened hidden, LibreOffice forgets frozen rows when it saves.
            XComponent document = office.desktop.loadComponentFromURL(url(file), "_blank", 0,
                    new PropertyValue[] {property("MacroExecutionMode", (short) 0), property("UpdateDocMode", (short) 0)});
            if (document == null) {
                throw new IOException("LibreOffice cannot open " + file);
            }
            return new OfficeBook(office, document);
        } catch (com.sun.star.uno.Exception | com.sun.star.uno.RuntimeException e) {
            throw new IllegalStateException("LibreOffice cannot open " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens and saves again, untouched; the kind of output follows its name (.xlsx, .xls, .ods, .pdf). */
    public static Path resave(Path in, Path out) {
        try (OfficeBook book = open(in)) {
            return book.saveAs(out, OfficeBook.Format.of(out));
        }
    }

    /** Prints the visible sheets. */
    public static Path toPdf(Path workbook, Path pdf) {
        try (OfficeBook book = open(workbook)) {
            return book.saveAs(pdf, OfficeBook.Format.PDF);
        }
    }

    /** Prints a text document (.docx). */
    public static Path printed(Path document, Path pdf) {
        Office office = get();
        try {
            XComponent opened = office.desktop.loadComponentFromURL(url(document), "_blank", 0, new PropertyValue[] {property("MacroExecutionMode", (short) 0)});
            if (opened == null) {
                throw new IllegalStateException("LibreOffice cannot open " + document);
            }
            try {
                as(XStorable.class, opened).storeToURL(url(pdf), new PropertyValue[] {property("FilterName", "writer_pdf_Export"), property("Overwrite", true)});
            } finally {
                as(XCloseable.class, opened).close(true);
            }
            return pdf;
        } catch (com.sun.star.uno.Exception e) {
            throw new IllegalStateException("LibreOffice cannot print " + document, e);
        }
    }

    /** Version as LibreOffice gives it, {@code 7.4.7.2}. */
    public static String version() {
        Office office = get();
        try {
            var provider = as(XMultiServiceFactory.class, office.service("com.sun.star.configuration.ConfigurationProvider"));
            var path = new NamedValue("nodepath", "/org.openoffice.Setup/Product");
            var access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", new Object[] {path});
            return as(XNameAccess.class, access).getByName("ooSetupVersionAboutBox").toString();
        } catch (com.sun.star.uno.Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Object service(String name) throws com.sun.star.uno.Exception {
        return context.getServiceManager().createInstanceWithContext(name, context);
    }

    static <T> T as(Class<T> type, Object object) {
        T view = UnoRuntime.queryInterface(type, object);
        if (view == null) {
            throw new IllegalStateException("no " + type.getSimpleName() + " in " + object);
        }
        return view;
    }

    static PropertyValue property(String name, Object value) {
        PropertyValue property = new PropertyValue();
        property.Name = name;
        property.Value = value;
        return property;
    }

    static String url(Path file) {
        return file.toAbsolutePath().normalize().toUri().toASCIIString();
    }

    private static Office get() {
        if (!available()) {
            throw new IllegalStateException(absence);
        }
        return running;
    }

    private static Office start() throws IOException, com.sun.star.uno.Exception {
        Path soffice = binary();
        Path home = Files.createTempDirectory("goalsheet-office");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        writeProfile(home);
        // A new profile makes soffice end with 81 once, asking to be started again. However this JVM dies, its end of the pipe
        // closes, and then the shell between us and soffice clears up.
        String start = "\"$@\"; test $? -ne 81 || exec \"$@\"";
        String watch = "trap '' INT TERM HUP; setsid sh -c '" + start + "' \"$@\" </dev/null & cat >/dev/null; kill -9 -$!; wait; rm -rf \"$1\"";
        Process process = new ProcessBuilder("sh", "-c", watch, "watch", home.toString(), soffice.toString(), "--headless", "--nologo",
                "--norestore", "--nodefault", "--nolockcheck", "--nofirststartwizard", "-env:UserInstallation=" + home.toUri(),
                "--accept=socket,host=127.0.0.1,port=" + port + ";urp;")
                .redirectErrorStream(true).redirectOutput(home.resolve("soffice.log").toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        return new Office(connect(process, home, port));
    }

    /** Not the start script: it leaves a process in between that outlives a kill. */
    private static Path binary() throws IOException {
        Path script = program("soffice");
        Path binary = script.toRealPath().resolveSibling("soffice.bin");
        return Files.isExecutable(binary) ? binary : script;
    }

    private static XComponentContext connect(Process process, Path home, int port) throws IOException, com.sun.star.uno.Exception {
        XComponentContext local;
        try {
            local = Bootstrap.createInitialComponentContext(null);
        } catch (Exception e) {
            throw new IOException("UNO does not start: " + e, e);
        }
        XUnoUrlResolver resolver = UnoUrlResolver.create(local);
        String address = "uno:socket,host=127.0.0.1,port=" + port + ",tcpNoDelay=1;urp;StarOffice.ComponentContext";
        long start = System.nanoTime();
        while (true) {
            try {
                return as(XComponentContext.class, resolver.resolve(address));
            } catch (NoConnectException e) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                boolean isGone = seconds >= 3 && process.descendants().count() < 2;
                if (isGone || seconds > PATIENCE_SECONDS) {
                    throw new IOException("soffice does not answer: " + Files.readString(home.resolve("soffice.log")), e);
                }
                pause();
            }
        }
    }

    /** Numbers, dates and percentages are typed as in a Chinese office, whatever the machine speaks. */
    private static void writeProfile(Path home) throws IOException {
        Path user = Files.createDirectories(home.resolve("user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry">
                <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
                <item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale_CJK" oor:op="fuse"><value>zh-CN</value></prop></item>
                <item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
                </oor:items>
                """);
    }

    static Path program(String name) throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":")).filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IOException(name + " is not installed"));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            System.err.println("LibreOffice may still run: " + e.getMessage());
        }
    }
}
