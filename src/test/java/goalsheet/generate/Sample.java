package goalsheet.generate;

import goalsheet.expr.Value;
import goalsheet.fill.FormData;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The forms that tests look at: each template blank, filled, and with figures given by the office, in both languages. */
public record Sample(String template, String state, Lang lang) {
    private static final Map<String, String> FILES = Map.of("hebei-2023", "templates/hebei-2023.yaml", "central-2021", "templates/central-2021.yaml",
            "equipment", "src/test/resources/templates/equipment.yaml");
    private static final Map<String, String> DATA = Map.of("hebei-2023", "samples/qianan-court/data.yaml", "central-2021", "src/test/resources/forms/central.yaml",
            "equipment", "src/test/resources/forms/equipment.yaml");

    public static Stream<Sample> all() {
        return Stream.of("hebei-2023", "central-2021", "equipment").flatMap(template -> Stream.of("blank", "filled", "roster")
                .flatMap(state -> Stream.of(Lang.values()).map(lang -> new Sample(template, state, lang))));
    }

    public Template definition() {
        return TemplateLoader.load(Path.of(FILES.get(template)));
    }

    public Layout layout() {
        Template definition = definition();
        Form form = switch (state) {
            case "filled" -> FormWriter.blank(definition, lang, Optional.of(data(definition).sheets()));
            case "roster" -> FormWriter.of(definition, unit(), lang, 1);
            default -> FormWriter.blank(definition, lang, Optional.empty());
        };
        return Layout.of(definition, form);
    }

    private Unit unit() {
        List<Map<String, Value>> projects = switch (template) {
            case "hebei-2023" -> List.of(Map.of("code", Value.of("13020023P00205310017W"), "name", Value.of("校舍屋面维修工程"), "budget", Value.of(36), "fiscal", Value.of(30), "other", Value.of(6)),
                    Map.of("name", Value.of("'=1+1"), "budget", Value.of(new java.math.BigDecimal("0.07"))));
            case "central-2021" -> List.of(Map.of("name", Value.of("校舍屋面维修工程"), "fiscal", Value.of(300000)));
            default -> List.of();
        };
        return new Unit("205003", "迁安市第二实验幼儿园", Map.of(), projects, 1);
    }

    public Function<String, Value> values() {
        return state.equals("filled") ? data(definition())::value : path -> Value.BLANK;
    }

    private FormData data(Template definition) {
        return FormData.read(definition, List.of(Path.of(DATA.get(template))));
    }

    /** Writes the workbook and returns its file. */
    public Path write(Path folder) {
        Path file = folder.resolve(this + ".xlsx");
        FormWriter.write(layout(), values(), Optional.empty(), file, true);
        return file;
    }

    @Override
    public String toString() {
        return template + "-" + state + "-" + lang;
    }
}
