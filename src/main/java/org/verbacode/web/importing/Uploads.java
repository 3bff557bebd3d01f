package org.verbacode.web.importing;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Uploaded files that are not imported yet, one folder per upload, deleted after the import. */
public final class Uploads {
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()-]{0,120}");

    private final Path folder;

    /** Deletes what an earlier run left behind. */
    public Uploads(Path folder) {
        this.folder = folder;
        delete(folder);
    }

    /** A new random folder name. */
    public static String token() {
        return UUID.randomUUID().toString();
    }

    /**
     * Stores the file of a form field under its own name.
     *
     * @param field also the name of a sub-folder, so that two files may have the same name
     * @return empty if none was chosen
     */
    public Optional<Path> keep(Context context, String field, String token) {
        UploadedFile upload = context.isMultipartFormData() ? context.uploadedFile(field) : null;
        if (upload == null || upload.size() == 0) {
            return Optional.empty();
        }
        Path into = of(token).resolve(field);
        Path file = into.resolve(checked(
                Path.of(upload.filename().replace('\\', '/')).getFileName().toString()));
        try (InputStream content = upload.content()) {
            Files.createDirectories(into);
            Files.copy(content, file);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** @throws RefusedException if the file has been deleted */
    Path kept(String token, String field, String name) {
        Path file = of(token).resolve(field).resolve(checked(name));
        if (!Files.isRegularFile(file)) {
            throw gone();
        }
        return file;
    }

    /** Deletes all files of an upload. */
    public void forget(String token) {
        delete(of(token));
    }

    private Path of(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw gone();
        }
        return folder.resolve(token);
    }

    private static String checked(String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw name.isEmpty() ? gone() : new RefusedException(Message.of("web.importing.name"));
        }
        return name;
    }

    private static RefusedException gone() {
        return new RefusedException(Message.of("web.importing.choose"));
    }

    /** Deletes a folder with its content, if it exists. */
    public static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }
}
