// The ambiguous wordings that bear on a scenario, each at every option that changes an amount.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>Which wording is worth how much.</summary>
internal static class ReadingFactors
{
    public static IEnumerable<TornadoFactor> Of(VariantSource source)
    {
        foreach (var (code, reading) in source.Readings())
        {
            var options = (reading.Find("options")?.Value as MappingNode)?.Entries.Select(entry => entry.Key).ToList() ?? [];
            var now = source.Scenario.Readings.GetValueOrDefault(code) ?? Default(reading, source);
            var settings = options.Where(option => option != now && Sets(reading, option, source))
                .Select(option => Setting(source, code, option, reading))
                .OfType<FactorSetting>()
                .ToList();
            if (settings.Count > 0)
                yield return new TornadoFactor(FactorKind.Reading, code, Words(reading.Find("point")?.Value), now, settings)
                {
                    Range = RangeBasis.Options,
                    NowWords = OptionWords(reading, now),
                };
        }
    }

    private static FactorSetting? Setting(VariantSource source, string code, string option, MappingNode reading) =>
        source.TryMake([new ReformStep.Reading(code, option, "", Place.Of(code))]) is { } variant
            ? new FactorSetting(option, variant) { Words = OptionWords(reading, option) }
            : null;

    // A general reading has a default per document.
    private static string Default(MappingNode reading, VariantSource source) => reading.Find("default")?.Value switch
    {
        ScalarNode single => single.Text,
        MappingNode perDocument =>
            perDocument.Entries.Where(entry => source.Documents.Contains(entry.Key))
                .Select(entry => ValueText.Of(entry.Value))
                .FirstOrDefault("default"),
        _ => "default",
    };

    // Whether the option sets a path of a document of this scenario; a default option is set by setting nothing.
    private static bool Sets(MappingNode reading, string option, VariantSource source)
    {
        if ((reading.Find("set")?.Value as MappingNode)?.Find(option)?.Value is not MappingNode paths) return false;
        return paths.Entries.Any(entry => source.Documents.Contains(entry.Key.Split('/')[0])
            && entry.Value is not MappingNode { Entries.Count: 0 });
    }

    // The letter is what the command line takes, the words say what it means.
    private static Bilingual OptionWords(MappingNode reading, string option)
    {
        var words = Words((reading.Find("options")?.Value as MappingNode)?.Find(option)?.Value);
        return words.Zh.Length == 0
            ? new Bilingual(option, option)
            : new Bilingual($"{option} {words.In("zh")}", $"{option} {words.In("en")}");
    }

    // A text that has no Chinese stands for both languages.
    private static Bilingual Words(DataNode? node) => node switch
    {
        null => new Bilingual("", ""),
        MappingNode { Entries.Count: > 0 } both =>
            new Bilingual(
                ValueText.Of((both.Find("zh") ?? both.Entries[0]).Value), ValueText.Of((both.Find("en") ?? both.Entries[0]).Value)),
        _ => new Bilingual(ValueText.Of(node), ValueText.Of(node)),
    };
}
