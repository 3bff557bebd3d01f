package org.verbacode.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A search as typed: several words mean all of them, "quotes" make a phrase, OU (or OR) between two words means either, a
 * minus before a word excludes it, a star after it stands for any ending. Words match in every {@link MatchForm}. There is
 * no invalid query: signs without a meaning are ignored.
 *
 * @param clauses all must hold
 */
public record AnswerQuery(List<Clause> clauses) {
    /** Characters of a query that are read. */
    private static final int MAX_LENGTH = 2_000;
    /** Words and phrases of a query that are read; Lucene limits the number of clauses. */
    private static final int MAX_SOUGHT = 40;

    private static final Pattern PIECE = Pattern.compile("(?<minus>[-–−]?)"
            + "(?:\"(?<straight>[^\"]*)\"|«(?<french>[^»]*)»|“(?<curly>[^”]*)”|(?<word>[^\\s\"«»“”]+))");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    public AnswerQuery {
        clauses = List.copyOf(clauses);
    }

    /** The kind of a searched text. */
    public enum Kind {
        WORD,
        PHRASE,
        PREFIX
    }

    /** A word, a phrase or the beginning of a word. */
    public record Sought(Kind kind, String text) {}

    /**
     * One condition on an answer.
     *
     * @param excluded whether the answer must not hold any of the alternatives, instead of at least one
     */
    public record Clause(boolean excluded, List<Sought> alternatives) {
        public Clause {
            alternatives = List.copyOf(alternatives);
            if (alternatives.isEmpty()) {
                throw new IllegalArgumentException("a clause needs at least one alternative");
            }
        }
    }

    /** Whether nothing is searched for. */
    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** Parses a query; of a very long one the first 2,000 characters and 40 words or phrases. */
    public static AnswerQuery parse(String typed) {
        Matcher matcher = PIECE.matcher(Normalizer.normalize(
                typed.length() > MAX_LENGTH ? typed.substring(0, MAX_LENGTH) : typed, Normalizer.Form.NFC));
        List<Piece> pieces = new ArrayList<>();
        while (pieces.size() < MAX_SOUGHT && matcher.find()) {
            Piece piece = piece(matcher);
            if (piece != null) {
                pieces.add(piece);
            }
        }
        List<Clause> clauses = new ArrayList<>();
        boolean either = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean joins = piece.isOr()
                    && !clauses.isEmpty()
                    && i + 1 < pieces.size()
                    && !pieces.get(i + 1).isOr()
                    && !clauses.get(clauses.size() - 1).excluded()
                    && !pieces.get(i + 1).excluded();
            if (joins) {
                either = true;
                continue;
            }
            if (either) {
                Clause last = clauses.remove(clauses.size() - 1);
                List<Sought> alternatives = new ArrayList<>(last.alternatives());
                alternatives.add(piece.sought());
                clauses.add(new Clause(false, alternatives));
            } else {
                clauses.add(new Clause(piece.excluded(), List.of(piece.sought())));
            }
            either = false;
        }
        return new AnswerQuery(clauses);
    }

    private record Piece(boolean excluded, Sought sought) {
        boolean isOr() {
            return !excluded
                    && sought.kind() == Kind.WORD
                    && (sought.text().equals("OU") || sought.text().equals("OR"));
        }
    }

    private static @Nullable Piece piece(Matcher matcher) {
        boolean excluded = !matcher.group("minus").isEmpty();
        String word = matcher.group("word");
        if (word != null) {
            String bare = EDGES.matcher(word).replaceAll("");
            boolean isPrefix = word.endsWith(bare + "*") && !bare.isEmpty();
            return bare.isEmpty() ? null : new Piece(excluded, new Sought(isPrefix ? Kind.PREFIX : Kind.WORD, bare));
        }
        String phrase = matcher.group("straight");
        if (phrase == null) {
            phrase = matcher.group("french") != null ? matcher.group("french") : matcher.group("curly");
        }
        String bare = phrase == null ? "" : EDGES.matcher(phrase).replaceAll("");
        return bare.isEmpty() ? null : new Piece(excluded, new Sought(Kind.PHRASE, bare));
    }
}
