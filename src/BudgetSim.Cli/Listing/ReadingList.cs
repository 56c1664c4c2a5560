// The readings of the library as a list.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Checks.Documents;

namespace BudgetSim.Cli.Listing;

/// <summary>Columns and JSON of readings.</summary>
internal static class ReadingList
{
    public static IReadOnlyList<ListColumn<ListedReading>> Columns { get; } =
    [
        new(new Bilingual("代码", "code"), (reading, _) => reading.Code) { IsKey = true },
        new(new Bilingual("未明之处", "point"), (reading, language) => reading.Point.In(language)),
        new(
            new Bilingual("选项", "options"),
            (reading, language) => string.Join("; ", reading.Options.Select(option => $"{option.Key}: {option.Value.In(language)}"))),
        new(new Bilingual("缺省", "default"), (reading, _) => Default(reading)) { IsDetail = true },
        new(new Bilingual("作用", "effect"), (reading, language) => Effect(reading).In(language)) { IsDetail = true },
    ];

    public static JsonObject Json(ListedReading reading) => new()
    {
        ["code"] = reading.Code,
        ["measure"] = reading.Measure.Length > 0 ? reading.Measure : null,
        ["general"] = reading.Measure.Length == 0,
        ["point"] = JsonText.Bilingual(reading.Point),
        ["options"] = Texts(reading.Options, "en"),
        ["options_zh"] = Texts(reading.Options, "zh"),
        ["default"] = Texts(reading.Defaults),
        ["switch"] = reading.IsSwitch,
        ["working_options"] = JsonText.Texts(reading.WorkingOptions),
    };

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(text => KeyValuePair.Create<string, JsonNode?>(text.Key, text.Value)));

    private static JsonObject Texts(IReadOnlyDictionary<string, Bilingual> texts, string language) =>
        Texts(texts.ToDictionary(text => text.Key, text => text.Value.In(language)));

    private static string Default(ListedReading reading) =>
        reading.Defaults.Values.Distinct().Count() == 1
            ? reading.Defaults.Values.First()
            : string.Join(", ", reading.Defaults.Select(option => $"{option.Key}={option.Value}"));

    private static Bilingual Effect(ListedReading reading) => reading.IsSwitch
        ? new Bilingual("可切换", "working switch")
        : new Bilingual("仅说明", "documentation only");
}
