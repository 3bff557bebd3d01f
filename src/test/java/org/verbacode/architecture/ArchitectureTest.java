package org.verbacode.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies the architecture rules to the product, and proves each kind of rule on a class that breaks it. */
final class ArchitectureTest {
    private static final Rules RULES = new Rules("org.verbacode");
    private static final Rules RULES_FOR_VIOLATIONS = new Rules("org.verbacode.architecture.violations");

    private static JavaClasses product;
    private static JavaClasses violations;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.verbacode");
        violations = new ClassFileImporter().importPackages("org.verbacode.architecture.violations");
    }

    static Stream<ArchRule> rules() {
        return RULES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(ArchRule rule) {
        rule.check(product);
    }

    @Test
    void everyClassHasAHome() {
        assertThat(product).isNotEmpty();
        RULES.everyClassHasAHome().check(product);
    }

    private static void isNoticed(ArchRule rule, String culprit) {
        assertThatThrownBy(() -> rule.check(violations))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    private static void oneIsNoticed(List<ArchRule> rules, String culprit) {
        List<String> messages = rules.stream()
                .map(rule -> rule.evaluate(violations).getFailureReport().toString())
                .toList();
        assertThat(messages).anySatisfy(message -> assertThat(message).contains(culprit));
    }

    @Test
    void aPackageThatUsesWhomItMayNotIsNoticed() {
        oneIsNoticed(RULES_FOR_VIOLATIONS.packagesUseOnlyWhomTheyMay(), "UsesTheStore");
    }

    @Test
    void aLibraryInTheWrongPackageIsNoticed() {
        oneIsNoticed(RULES_FOR_VIOLATIONS.eachLibraryStaysInItsPackage(), "UsesTheStore");
    }

    @Test
    void aCycleIsNoticed() {
        isNoticed(RULES_FOR_VIOLATIONS.packagesHaveNoCycles(), "UsesTheStore");
    }

    @Test
    void useOfTheInsideOfAPackageIsNoticed() {
        oneIsNoticed(RULES_FOR_VIOLATIONS.othersUseTheRootOfAPackageAlone(), "UsesTheInside");
    }

    @Test
    void aCycleOfSubPackagesIsNoticed() {
        oneIsNoticed(List.of(RULES_FOR_VIOLATIONS.subPackagesHaveNoCycles()), "UsesTheRoom");
    }

    @Test
    void aValueThatCanChangeIsNoticed() {
        isNoticed(RULES_FOR_VIOLATIONS.studyAndCodingAreValues(), "ChangingValue");
    }

    @Test
    void aVagueNameIsNoticed() {
        isNoticed(RULES_FOR_VIOLATIONS.namesSayWhatAClassIs(), "VagueHelper");
    }

    @Test
    void chanceWithoutASeedIsNoticed() {
        isNoticed(RULES_FOR_VIOLATIONS.chanceIsSeeded(), "VagueHelper");
    }

    @Test
    void aLookAtTheWallClockIsNoticed() {
        isNoticed(RULES_FOR_VIOLATIONS.timeComesFromAClock(), "VagueHelper");
    }

    @Test
    void aPrintedLineIsNoticed() {
        isNoticed(RULES_FOR_VIOLATIONS.onlyTheCommandLineSpeaks(), "VagueHelper");
    }

    @Test
    void catchingEverythingIsNoticed() {
        isNoticed(RULES_FOR_VIOLATIONS.onlyTheEdgesCatchEverything(), "VagueHelper");
    }

    @Test
    void aClassWithoutAHomeIsNoticed() {
        isNoticed(new Rules("org.verbacode.architecture").everyClassHasAHome(), "UsesTheStore");
    }
}
