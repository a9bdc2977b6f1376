import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Prints which files of a folder keep PDF/UA-1, by the veraPDF engine; leaves with 1 when one does not. */
class Check {
    private static final String RULES = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    public static void main(String[] folder) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile rules;
        try (InputStream text = ValidationProfile.class.getResourceAsStream(RULES)) {
            rules = Profiles.profileFromXml(text);
        }
        int passed = 0, failed = 0;
        try (var files = Files.newDirectoryStream(Path.of(folder[0]), "*.pdf")) {
            for (Path file : files) {
                var broken = broken(file, rules);
                broken.forEach((rule, where) -> System.out.println(file.getFileName() + ": " + rule + " " + where));
                passed += broken.isEmpty() ? 1 : 0;
                failed += broken.isEmpty() ? 0 : 1;
            }
        }
        System.out.println("veraPDF, PDF/UA-1: " + passed + " files keep it, " + failed + " do not");
        System.exit(failed == 0 && passed > 0 ? 0 : 1);
    }

    /** Returns each broken rule once, with what the engine says of the first place. */
    private static TreeMap<String, String> broken(Path file, ValidationProfile rules) throws Exception {
        var found = new TreeMap<String, String>();
        try (var bytes = Files.newInputStream(file);
                var parser = Foundries.defaultInstance().createParser(bytes, PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(rules, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    var rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
                    found.putIfAbsent(rule, each.getMessage() + " at " + each.getLocation().getContext());
                }
            }
            if (!result.isCompliant() && found.isEmpty()) {
                found.put("?", "not compliant");
            }
        }
        return found;
    }
}
