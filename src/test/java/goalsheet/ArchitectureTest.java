package goalsheet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.alibaba.excel.cache.MapCache;
import com.alibaba.excel.read.builder.ExcelReaderBuilder;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;

/** What each package may know; packages that hold nothing yet are allowed, exceptions are not. */
@AnalyzeClasses(packages = "goalsheet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> WRITING_CALLS = Set.of("write", "writeString", "newOutputStream", "newBufferedWriter", "newByteChannel",
            "copy", "move", "createFile", "createTempFile");

    @ArchTest
    static final ArchRule PACKAGES_IMPORT_ONLY_THOSE_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("goalsheet..")
            .withOptionalLayers(true)
            .layer("cli").definedBy("goalsheet.cli..")
            .layer("collect").definedBy("goalsheet.collect..")
            .layer("fill").definedBy("goalsheet.fill..")
            .layer("generate").definedBy("goalsheet.generate..")
            .layer("report").definedBy("goalsheet.report..")
            .layer("check").definedBy("goalsheet.check..")
            .layer("rule").definedBy("goalsheet.rule..")
            .layer("layout").definedBy("goalsheet.layout..")
            .layer("template").definedBy("goalsheet.template..")
            .layer("expr").definedBy("goalsheet.expr..")
            .layer("docx").definedBy("goalsheet.docx..")
            .layer("xlsx").definedBy("goalsheet.xlsx..")
            .layer("text").definedBy("goalsheet.text..")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("cli").mayNotBeAccessedByAnyLayer()
            .whereLayer("collect").mayOnlyBeAccessedByLayers("cli")
            .whereLayer("fill").mayOnlyBeAccessedByLayers("cli")
            .whereLayer("generate").mayOnlyBeAccessedByLayers("cli", "collect", "fill")
            .whereLayer("report").mayOnlyBeAccessedByLayers("cli", "collect", "fill")
            .whereLayer("check").mayOnlyBeAccessedByLayers("cli", "collect", "fill", "generate", "report")
            .whereLayer("rule").mayOnlyBeAccessedByLayers("cli", "collect", "fill", "generate", "report", "check")
            .whereLayer("layout").mayOnlyBeAccessedByLayers("cli", "collect", "fill", "generate", "report", "check", "rule")
            .whereLayer("template").mayOnlyBeAccessedByLayers("cli", "collect", "fill", "generate", "report", "check", "rule", "layout")
            .whereLayer("expr").mayOnlyBeAccessedByLayers("cli", "collect", "fill", "generate", "report", "check", "rule", "layout", "template")
            .whereLayer("docx").mayOnlyBeAccessedByLayers("cli", "collect")
            .whereLayer("xlsx").mayOnlyBeAccessedByLayers("cli", "collect", "fill", "generate", "report", "check", "rule", "layout", "template", "docx");

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES = slices().matching("goalsheet.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_XLSX_AND_DOCX_KNOW_POI = noClasses().that().resideOutsideOfPackages("goalsheet.xlsx..", "goalsheet.docx..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule EASYEXCEL_IS_FOR_TABLES = noClasses()
            .that().resideOutsideOfPackages("goalsheet.xlsx..", "goalsheet.fill..", "goalsheet.generate..", "goalsheet.collect..")
            .should().dependOnClassesThat().resideInAPackage("com.alibaba.excel..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule EASYEXCEL_READS_ARE_CACHED_IN_MEMORY = classes()
            .that(DescribedPredicate.describe("read through EasyExcel", ArchitectureTest::readsThroughEasyExcel))
            .should().dependOnClassesThat().areAssignableTo(MapCache.class)
            .because("the disk cache, which EasyExcel takes for more than 5 MB of strings, is not shipped: .readCache(new MapCache())")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_XLSX_WRITES_FILES = noClasses().that().resideOutsideOfPackage("goalsheet.xlsx..")
            .should().accessTargetWhere(DescribedPredicate.describe("opens a file for writing", ArchitectureTest::writesFile))
            .because("all outputs go through one place that never leaves half a file").allowEmptyShould(true);

    @ArchTest
    static final ArchRule RULES_SEE_NO_CELLS = noClasses().that(resideInAPackage("goalsheet.rule.."))
            .should().dependOnClassesThat().resideInAPackage("goalsheet.xlsx..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_CATCH_ALL_NAMES = noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..")
            .orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Utils");

    private static boolean readsThroughEasyExcel(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().anyMatch(each -> each.getTargetClass().isEquivalentTo(ExcelReaderBuilder.class));
    }

    /** A stream over the console's descriptor is none. */
    private static boolean writesFile(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (owner.isEquivalentTo(Files.class)) {
            return WRITING_CALLS.contains(access.getName());
        }
        boolean opens = access.getName().equals("<init>") || owner.isEquivalentTo(FileChannel.class) && access.getName().equals("open");
        return opens && Set.of(FileOutputStream.class, FileWriter.class, RandomAccessFile.class, FileChannel.class).stream().anyMatch(owner::isEquivalentTo)
                && !access.getTarget().getFullName().contains(FileDescriptor.class.getName())
                || owner.isEquivalentTo(File.class) && access.getName().equals("createTempFile");
    }
}
