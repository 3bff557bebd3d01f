package org.verbacode.workflow.studies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.importing.ImportAnswers;
import org.verbacode.workflow.model.SuggestCodes;

/**
 * Imports the study that a folder's {@code corpus/study.json} describes, or the example study shipped with Verbacode.
 */
public final class OpenExample {
    private static final String SHIPPED = "example/";

    private final Workspace workspace;

    public OpenExample(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Imports the study of the folder's corpus if the workspace is new; does nothing otherwise. */
    public void atFirstStart(Progress progress) {
        if (isDue()) {
            run(progress);
        }
    }

    /** Whether the folder's corpus describes a study and the workspace is new. */
    public boolean isDue() {
        return workspace.isNew() && Files.isRegularFile(description());
    }

    /** Whether there is no study yet, so that the example is offered. */
    public boolean isOffered() {
        return workspace.database().studies().list().isEmpty();
    }

    /**
     * Imports the study of the folder's corpus; a folder without a corpus gets the corpus and models of the example
     * first.
     *
     * @return the study's name
     * @throws RefusedException if the files cannot be read or written
     */
    public StudyName run(Progress progress) {
        if (!Files.exists(description())) {
            copy();
        }
        StudyFile file = StudyFile.read(description());
        ImportReport report = new ImportAnswers(workspace).run(file.request(workspace.corpus()), progress);
        if (report.added() + report.unchanged() == 0) {
            throw new RefusedException(
                    report.rejections().isEmpty()
                            ? Message.of("workflow.studies.studyfile.incomplete", description())
                            : report.rejections().get(0).reason());
        }
        workspace.database().inTransaction(() -> {
            String notice = file.notice();
            if (notice != null) {
                workspace.database().studies().setNotice(file.name(), notice);
            }
            List<WaveName> waves = workspace.database().studies().waves(file.name());
            for (StudyFile.Asked question : file.asked()) {
                workspace.database().studies().save(file.wordings(question, waves));
                String model = question.model();
                if (model != null && Files.isDirectory(workspace.models().resolve(model))) {
                    workspace
                            .database()
                            .studies()
                            .setCurrentModel(file.name(), new QuestionName(question.name()), model);
                }
            }
            return file.name();
        });
        for (StudyFile.Asked question : file.asked()) {
            QuestionName name = new QuestionName(question.name());
            if (workspace.database().studies().currentModel(file.name(), name).isPresent()) {
                new SuggestCodes(workspace)
                        .run(new SuggestCodes.Request(file.name(), name, Optional.empty(), Optional.empty()), progress);
            }
        }
        return file.name();
    }

    private Path description() {
        return workspace.corpus().resolve("study.json");
    }

    /** Copies the shipped files into the workspace; existing files stay. */
    private void copy() {
        try {
            for (Map.Entry<String, URL> file : shipped().entrySet()) {
                Path target = workspace.folder().resolve(file.getKey());
                if (Files.exists(target)) {
                    continue;
                }
                Files.createDirectories(target.resolveSibling("."));
                try (InputStream in = file.getValue().openStream()) {
                    Files.copy(in, target);
                }
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.folder", workspace.folder()), e);
        }
    }

    /** The files of the example by their path within a workspace, read from a folder or from the jar. */
    private static Map<String, URL> shipped() throws IOException {
        URL study = OpenExample.class.getResource(SHIPPED + "corpus/study.json");
        if (study == null) {
            throw new IllegalStateException("the example study is not on the class path");
        }
        Map<String, URL> files = new LinkedHashMap<>();
        URLConnection connection = study.openConnection();
        if (connection instanceof JarURLConnection jar) {
            String prefix = jar.getEntryName().replace("corpus/study.json", "");
            JarFile entries = jar.getJarFile();
            for (ZipEntry entry :
                    entries.stream().filter(entry -> !entry.isDirectory()).toList()) {
                if (entry.getName().startsWith(prefix)) {
                    String name = entry.getName().substring(prefix.length());
                    URL url = OpenExample.class.getResource(SHIPPED + name);
                    if (url != null) {
                        files.put(name, url);
                    }
                }
            }
            return files;
        }
        Path root = Path.of(uri(study)).resolveSibling("..").normalize();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.put(root.relativize(path).toString(), path.toUri().toURL());
            }
        }
        return files;
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException("not an address: " + url, e));
        }
    }
}
