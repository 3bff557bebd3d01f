package org.verbacode.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The architecture rules, each with its reason. The root package is a parameter, so that they apply to deliberate
 * violations too.
 */
final class Rules {
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("study", Set.of()),
            Map.entry("coding", Set.of("study")),
            Map.entry("language", Set.of("study")),
            Map.entry("search", Set.of("study", "language")),
            Map.entry("quality", Set.of("study", "coding")),
            Map.entry("learning", Set.of("study", "coding", "language", "search", "quality")),
            Map.entry("results", Set.of("study", "coding", "language", "quality")),
            Map.entry("store", Set.of("study", "coding", "language", "learning")),
            Map.entry("exchange", Set.of("study", "coding", "quality", "learning", "results")),
            Map.entry(
                    "workflow",
                    Set.of(
                            "study",
                            "coding",
                            "language",
                            "search",
                            "quality",
                            "learning",
                            "results",
                            "store",
                            "exchange")),
            Map.entry(
                    "web",
                    Set.of(
                            "study",
                            "coding",
                            "language",
                            "search",
                            "quality",
                            "learning",
                            "results",
                            "exchange",
                            "workflow")),
            Map.entry(
                    "cli",
                    Set.of(
                            "study",
                            "coding",
                            "language",
                            "search",
                            "quality",
                            "learning",
                            "results",
                            "exchange",
                            "workflow",
                            "web"))));

    /** Packages whose root is for others and whose sub-packages are internal. */
    private static final Set<String> FACADES = new TreeSet<>(Set.of("language", "search", "learning"));

    /** A library and the packages that may import it. */
    private record Library(String packages, Set<String> importers) {}

    private static final List<Library> LIBRARIES = List.of(
            new Library("edu.stanford..", Set.of("language")),
            new Library("morfologik..", Set.of("language")),
            new Library("org.apache.lucene..", Set.of("search")),
            new Library("weka..", Set.of("learning")),
            new Library("org.hipparchus..", Set.of("learning")),
            new Library("org.jfree..", Set.of("results")),
            new Library("org.jdbi..", Set.of("store")),
            new Library("org.flywaydb..", Set.of("store")),
            new Library("com.zaxxer..", Set.of("store")),
            new Library("java.sql..", Set.of("store")),
            new Library("org.apache.commons.csv..", Set.of("exchange")),
            new Library("org.dhatim..", Set.of("exchange")),
            new Library("com.fasterxml..", Set.of("exchange")),
            new Library("org.mozilla.universalchardet..", Set.of("exchange")),
            new Library("javax.xml..", Set.of("exchange")),
            new Library("io.javalin..", Set.of("web")),
            new Library("org.eclipse.jetty..", Set.of("web")),
            new Library("jakarta..", Set.of("web")),
            new Library("gg.jte..", Set.of("web")),
            new Library("picocli..", Set.of("cli")),
            new Library("me.tongfei..", Set.of("cli")));

    private static final Set<String> NAMES_THAT_EXPLAIN_NOTHING =
            Set.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "Processor", "Handler");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    private String in(String folder) {
        return root + "." + folder + "..";
    }

    private String[] in(Set<String> folders) {
        return folders.stream().map(this::in).toArray(String[]::new);
    }

    /** One rule per package: which others it may use. */
    List<ArchRule> packagesUseOnlyWhomTheyMay() {
        List<ArchRule> rules = new ArrayList<>();
        MAY_USE.forEach((folder, allowed) -> rules.add(noClasses()
                .that()
                .resideInAPackage(in(folder))
                .should()
                .dependOnClassesThat(are(resideInAPackage(root + ".."))
                        .and(not(resideInAPackage(in(folder))))
                        .and(not(resideInAnyPackage(in(allowed)))))
                .because("the data's way should be readable off the packages: " + folder + " may use " + allowed)
                .allowEmptyShould(true)));
        return rules;
    }

    /** One rule per library: which package may import it. */
    List<ArchRule> eachLibraryStaysInItsPackage() {
        List<ArchRule> rules = new ArrayList<>();
        for (Library library : LIBRARIES) {
            rules.add(noClasses()
                    .that(resideOutsideOfPackages(in(library.importers())))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library.packages())
                    .because("a library that one package imports can be replaced in one package")
                    .allowEmptyShould(true));
        }
        return rules;
    }

    /** One rule per package with internal sub-packages: others use its root only. */
    List<ArchRule> othersUseTheRootOfAPackageAlone() {
        return FACADES.stream()
                .<ArchRule>map(folder -> noClasses()
                        .that(resideOutsideOfPackages(in(folder)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + "." + folder + ".*..")
                        .because("what lies in a sub-package of " + folder
                                + " can be changed without reading the rest of the product")
                        .allowEmptyShould(true))
                .toList();
    }

    /**
     * Every folder is a slice, roots included. The root of a facade is left out, since it offers what its
     * sub-packages make of its own values.
     */
    ArchRule subPackagesHaveNoCycles() {
        Set<String> roots = FACADES.stream().map(folder -> root + "." + folder).collect(Collectors.toSet());
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String folder = type.getPackageName();
                        return folder.startsWith(root + ".") && !roots.contains(folder)
                                ? SliceIdentifier.of(folder)
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "folders";
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("two folders that need each other are one folder")
                .allowEmptyShould(true);
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package")
                .allowEmptyShould(true);
    }

    ArchRule studyAndCodingAreValues() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(in("study"), in("coding"))
                .should()
                .beFinal()
                .because("values that never change can be shared between threads and kept in sets")
                .allowEmptyShould(true);
    }

    ArchRule namesSayWhatAClassIs() {
        return noClasses()
                .should(new ArchCondition<>("have a name that explains nothing") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String name = type.getSimpleName();
                        boolean vague = name.startsWith("Abstract")
                                || NAMES_THAT_EXPLAIN_NOTHING.stream().anyMatch(name::endsWith);
                        events.add(new SimpleConditionEvent(type, vague, type.getName()));
                    }
                })
                .because("a name should say what the class means to a researcher")
                .allowEmptyShould(true);
    }

    ArchRule chanceIsSeeded() {
        return noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("the same data and seed must give the same results")
                .allowEmptyShould(true);
    }

    ArchRule timeComesFromAClock() {
        return noClasses()
                .that(resideOutsideOfPackages(in("cli"), in("web")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("tests and reproducible models need to say what time it is")
                .allowEmptyShould(true);
    }

    ArchRule onlyTheCommandLineSpeaks() {
        return noClasses()
                .that(resideOutsideOfPackages(in("cli")))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "is a standard stream",
                        access -> access.getTarget() instanceof AccessTarget.FieldAccessTarget field
                                && field.getOwner().isEquivalentTo(System.class)))
                .because("results on standard output must stay readable by programs")
                .allowEmptyShould(true);
    }

    ArchRule onlyTheEdgesCatchEverything() {
        return classes()
                .that(resideOutsideOfPackages(in("cli"), in("web")))
                .should(new ArchCondition<>("not catch Exception or Throwable") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaCodeUnit unit : type.getCodeUnits()) {
                            for (TryCatchBlock block : unit.getTryCatchBlocks()) {
                                boolean all = block.getCaughtThrowables().stream()
                                        .anyMatch(caught -> caught.isEquivalentTo(Exception.class));
                                events.add(new SimpleConditionEvent(
                                        type, !all, unit.getFullName() + " catches everything"));
                            }
                        }
                    }
                })
                .because("what is caught everywhere is understood nowhere")
                .allowEmptyShould(true);
    }

    /** All rules. */
    List<ArchRule> all() {
        List<ArchRule> rules = new ArrayList<>(packagesUseOnlyWhomTheyMay());
        rules.addAll(eachLibraryStaysInItsPackage());
        rules.addAll(othersUseTheRootOfAPackageAlone());
        rules.addAll(List.of(
                packagesHaveNoCycles(),
                subPackagesHaveNoCycles(),
                studyAndCodingAreValues(),
                namesSayWhatAClassIs(),
                chanceIsSeeded(),
                timeComesFromAClock(),
                onlyTheCommandLineSpeaks(),
                onlyTheEdgesCatchEverything()));
        return rules;
    }

    /** Every class belongs to one of the packages in the table. */
    ArchRule everyClassHasAHome() {
        return classes()
                .that(resideInAPackage(root + ".."))
                .should()
                .resideInAnyPackage(in(MAY_USE.keySet()))
                .because("a folder that the table does not name has no rules");
    }
}
