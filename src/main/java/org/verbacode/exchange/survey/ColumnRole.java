package org.verbacode.exchange.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The guessed role of a column of a survey file, by its name and its first cells; the researcher may correct it. */
public enum ColumnRole {
    /** The respondents' pseudonyms. */
    ID,
    WAVE,
    /** Open answers. */
    OPEN,
    /** Closed answers and background variables. */
    ATTRIBUTE,
    /** Identifies the respondent; not read by default. */
    IDENTITY,
    /** Data of the survey tool (time stamps, progress, language), or empty. */
    TECHNICAL;

    private static final Pattern IDENTITY_NAME =
            Pattern.compile("(.* )?(nom|noms|prenom|prenoms|surname|firstname|lastname|"
                    + "first name|last name|full name|username|user name|e mail|email|mail|courriel|adresse|adresse ip|ip|"
                    + "ipaddress|ip address|ipaddr|telephone|tel|phone|gsm|portable|matricule|numero d etudiant|"
                    + "numero etudiant|student number|student id|token|location ?latitude|location ?longitude|"
                    + "recipient ?(last ?name|first ?name|email)|external ?data ?reference|date de naissance|"
                    + "birth ?date|refurl)( .*)?");
    private static final Pattern ID_NAME = Pattern.compile(
            "id|identifiant|id de la reponse|response ?id|id id .*|pseudonyme|code repondant|repondant|respondent");
    private static final Pattern WAVE_NAME = Pattern.compile(
            "annee|annee academique|annee scolaire|annee universitaire|vague|wave|year|academic year|cohorte");
    private static final Pattern TECHNICAL_NAME = Pattern.compile(
            "(submitdate|lastpage|startlanguage|seed|startdate|"
                    + "datestamp|interviewtime|grouptime.*|enddate|status|progress|duration in seconds|finished|recordeddate|"
                    + "distribution ?channel|user ?language|horodateur|timestamp|date de soumission|derniere page|"
                    + "langue de depart|tete de serie|date de lancement|date de la derniere action|soumis le|submitted on)( .*)?");
    private static final Pattern PERSONAL_CELL =
            Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|\\d{1,3}(\\.\\d{1,3}){3}|(\\+|0)\\d[\\d ./-]{7,}\\d");

    /**
     * @param name the column's header
     * @param cells its first cells, empty ones included
     */
    static ColumnRole of(String name, List<String> cells) {
        String plain = Columns.plain(name);
        List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        Set<String> distinct = new HashSet<>(filled);
        if (ID_NAME.matcher(plain).matches() && distinct.size() == filled.size()) {
            return ID;
        }
        if (TECHNICAL_NAME.matcher(plain).matches()) {
            return TECHNICAL;
        }
        if (WAVE_NAME.matcher(plain).matches()) {
            return WAVE;
        }
        if (filled.isEmpty()) {
            return IDENTITY_NAME.matcher(plain).matches() ? IDENTITY : TECHNICAL;
        }
        boolean personal = 2
                        * filled.stream()
                                .filter(cell ->
                                        PERSONAL_CELL.matcher(cell.strip()).matches())
                                .count()
                > filled.size();
        double words = filled.stream()
                .mapToInt(cell -> cell.strip().split("\\s+").length)
                .average()
                .orElse(0);
        boolean varied = distinct.size() * 2 > filled.size();
        // A question may mention a name or an address: answers in sentences are open answers.
        if (personal || (words < 4 && IDENTITY_NAME.matcher(plain).matches())) {
            return IDENTITY;
        }
        return varied && words >= 2.5 ? OPEN : ATTRIBUTE;
    }
}
