package org.verbacode.workflow.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.exchange.coding.CodebookFile;
import org.verbacode.exchange.coding.CodingsFile;
import org.verbacode.exchange.survey.ColumnRole;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.SurveyPreview;
import org.verbacode.store.Database;
import org.verbacode.study.ImportReport;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

/** Imports files, codebooks and codings into a study; what is stored already is not added twice. */
public final class ImportAnswers {
    private static final WaveName ONLY_WAVE = new WaveName("1");

    private final Workspace workspace;

    public ImportAnswers(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Previews how a file would be read; stores nothing. Columns that the study has read before keep their roles.
     *
     * @throws RefusedException if the file cannot be read at all
     */
    public SurveyPreview preview(StudyName study, Path file, ReadOptions options) {
        return SurveyPreview.of(file, options).with(mapping(study).roles());
    }

    /** The column mapping of the study's last import; the empty one for a study that does not exist. */
    public ColumnMapping mapping(StudyName study) {
        return ColumnMapping.remembered(workspace.database().studies().mapping(study));
    }

    /**
     * Imports all that can be read, in one transaction.
     *
     * @throws RefusedException if a chosen column is in none of the files, or nothing was chosen
     */
    public ImportReport run(ImportRequest request, Progress progress) {
        List<Rejection> rejections = new ArrayList<>();
        List<SurveyFile> files = new ArrayList<>();
        Map<SurveyFile, Path> paths = new LinkedHashMap<>();
        for (Path path : request.files()) {
            try {
                SurveyFile file = SurveyFile.open(path, request.options());
                files.add(file);
                paths.put(file, path);
            } catch (RefusedException e) {
                rejections.add(new Rejection(String.valueOf(path.getFileName()), 0, "", e.sentence()));
            }
        }
        ColumnMapping mapping = mapping(request.study()).with(request, files);
        List<SurveyReading> readings = readings(request, mapping, files, paths, rejections, progress);
        List<ReadCodebook> codebooks = new ArrayList<>();
        for (ImportRequest.CodebookOf codebook : request.codebooks()) {
            try {
                codebooks.add(read(request, mapping, codebook));
            } catch (RefusedException e) {
                rejections.add(new Rejection(String.valueOf(codebook.file().getFileName()), 0, "", e.sentence()));
            }
        }
        CodingsFile codings = null;
        Path codingsPath = request.codings();
        if (codingsPath != null) {
            try {
                codings = CodingsFile.read(codingsPath, request.options());
            } catch (RefusedException e) {
                rejections.add(new Rejection(String.valueOf(codingsPath.getFileName()), 0, "", e.sentence()));
            }
        }
        ImportReport unread = new ImportReport(0, 0, 0, 0, rejections, notes(readings));
        boolean nothing = readings.stream().allMatch(reading -> reading.people.isEmpty())
                && codebooks.isEmpty()
                && codings == null;
        if (nothing) {
            return unread.plus(rejected(readings));
        }
        CodingsFile readCodings = codings;
        return workspace
                .database()
                .inTransaction(
                        () -> unread.plus(store(request.study(), mapping, readings, codebooks, readCodings, progress)));
    }

    private List<SurveyReading> readings(
            ImportRequest request,
            ColumnMapping mapping,
            List<SurveyFile> files,
            Map<SurveyFile, Path> paths,
            List<Rejection> rejections,
            Progress progress) {
        if (!files.isEmpty() && mapping.open().isEmpty()) {
            SurveyFile file = files.get(0);
            List<String> open = SurveyPreview.of(paths.getOrDefault(file, Path.of("")), request.options())
                    .named(ColumnRole.OPEN);
            throw new RefusedException(Message.of(
                    "workflow.importing.no-open",
                    open.isEmpty() ? file.headers().get(0) : open.get(0),
                    String.join(", ", file.headers())));
        }
        WaveName wave = files.isEmpty() ? null : fixedWave(request, mapping);
        List<SurveyReading> readings = new ArrayList<>();
        for (SurveyFile file : files) {
            try {
                Map<String, ColumnRole> roles =
                        SurveyPreview.of(paths.getOrDefault(file, Path.of("")), request.options()).columns().stream()
                                .collect(Collectors.toMap(
                                        SurveyPreview.Column::name, SurveyPreview.Column::role, (a, b) -> a));
                SurveyReading reading = new SurveyReading(file, mapping, wave, roles);
                reading.read(progress);
                readings.add(reading);
            } catch (RefusedException e) {
                if (e instanceof CancelledException) {
                    throw e;
                }
                rejections.add(new Rejection(file.name(), 0, "", e.sentence()));
            }
        }
        return readings;
    }

    /** The wave of all rows, or null if a column gives it. */
    private @Nullable WaveName fixedWave(ImportRequest request, ColumnMapping mapping) {
        String asked = request.wave();
        if (asked != null && asked.startsWith("=")) {
            return new WaveName(asked.substring(1));
        }
        if (mapping.wave() != null) {
            return null;
        }
        List<WaveName> waves = workspace.database().studies().waves(request.study());
        if (!waves.isEmpty() && !waves.equals(List.of(ONLY_WAVE))) {
            // A guess could import this year's answers into last year's wave.
            throw new RefusedException(Message.of(
                    "workflow.importing.no-wave",
                    request.study().value(),
                    waves.stream().map(WaveName::value).collect(Collectors.joining(", "))));
        }
        return ONLY_WAVE;
    }

    /** A codebook and its question. */
    private record ReadCodebook(QuestionName question, CodebookFile file) {}

    private ReadCodebook read(ImportRequest request, ColumnMapping mapping, ImportRequest.CodebookOf codebook) {
        QuestionName named = codebook.question();
        Set<String> known = new LinkedHashSet<>();
        mapping.open().forEach(open -> known.add(open.question()));
        workspace
                .database()
                .studies()
                .questions(request.study())
                .forEach(question -> known.add(question.name().value()));
        if (named == null ? known.size() != 1 : !known.contains(named.value())) {
            throw new RefusedException(Message.of(
                    named == null ? "workflow.importing.codebook-which" : "workflow.importing.codebook-question",
                    String.valueOf(codebook.file().getFileName()),
                    String.join(", ", known),
                    named == null ? "" : named.value()));
        }
        QuestionName question =
                named == null ? new QuestionName(known.iterator().next()) : named;
        return new ReadCodebook(
                question, CodebookFile.read(codebook.file(), request.study(), question, request.options()));
    }

    private ImportReport store(
            StudyName study,
            ColumnMapping mapping,
            List<SurveyReading> readings,
            List<ReadCodebook> codebooks,
            @Nullable CodingsFile codings,
            Progress progress) {
        Database database = workspace.database();
        if (readings.isEmpty() && !database.studies().exists(study)) {
            throw new RefusedException(Message.of("workflow.study.unknown", study.value()));
        }
        database.studies().create(study);
        ImportReport report = new StoredAnswers(database, study, mapping).store(readings, progress);
        if (!readings.isEmpty()) {
            database.studies().setMapping(study, mapping.json());
        }
        for (ReadCodebook codebook : codebooks) {
            List<Code> codes = merged(
                    database.codebooks().current(study, codebook.question()),
                    codebook.file().codes());
            database.studies().save(new Question(study, codebook.question(), Map.of()));
            database.codebooks().save(study, codebook.question(), codes);
            report = report.plus(new ImportReport(0, 0, 0, 0, codebook.file().rejections(), List.of()));
        }
        if (codings != null) {
            ImportedCodings imported = new ImportedCodings(
                    database, study, codings, workspace.clock().instant());
            int applied = imported.apply();
            report = report.plus(new ImportReport(0, 0, 0, applied, imported.rejections, imported.notes));
        }
        return report;
    }

    /** The codes of the file under their stored ids, then stored codes that the file lacks. */
    private static List<Code> merged(Codebook current, List<Code> codes) {
        Map<Object, Code> merged = new LinkedHashMap<>();
        for (Code code : codes) {
            Code known = current.byName(code.name()).orElse(null);
            if (known != null) {
                merged.put(
                        known.id(),
                        new Code(
                                known.id(),
                                code.name(),
                                code.theme(),
                                code.definition(),
                                code.include(),
                                code.exclude(),
                                code.examples().isEmpty() ? known.examples() : code.examples(),
                                code.colour() == null ? known.colour() : code.colour()));
            } else {
                // A code renamed here keeps its new name.
                merged.put(code.id(), current.byId(code.id()).orElse(code));
            }
        }
        current.codes().forEach(code -> merged.putIfAbsent(code.id(), code));
        return List.copyOf(merged.values());
    }

    private static ImportReport rejected(List<SurveyReading> readings) {
        return new ImportReport(
                0,
                0,
                0,
                0,
                readings.stream()
                        .flatMap(reading -> reading.rejections.stream())
                        .toList(),
                List.of());
    }

    private static List<Message> notes(List<SurveyReading> readings) {
        Set<String> leftOut = new LinkedHashSet<>();
        readings.forEach(reading -> leftOut.addAll(reading.leftOut));
        return leftOut.isEmpty()
                ? List.of()
                : List.of(Message.of("workflow.importing.identity", String.join(", ", leftOut)));
    }
}
