// What an explanation calls payers, other measures and the objects that pay only once.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Explanations;

/// <summary>Names as the documents of <paramref name="library"/> have them; what they do not name keeps its id.</summary>
internal sealed class ExplanationNames(CompiledMeasure measure, PolicyLibrary? library)
{
    private static readonly Dictionary<string, Bilingual> Objects = new()
    {
        ["enterprise"] = new("企业", "enterprise"),
        ["item"] = new("事项", "item"),
        ["project"] = new("项目", "project"),
        ["event"] = new("活动", "event"),
        ["park"] = new("园区", "park"),
        ["year"] = new("年度", "year"),
    };

    /// <summary>Measures by their titles and articles: an article alone sends the reader away.</summary>
    public Bilingual Of(IEnumerable<string> measures)
    {
        var names = measures.Select(Of).ToList();
        return new Bilingual(string.Join("、", names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En)));
    }

    /// <summary>A payer.</summary>
    public Bilingual OfPayer(string id) =>
        library?.Documents.FirstOrDefault(document => document.Id == measure.Measure.Document)?.Payers.GetValueOrDefault(id)
            ?? new Bilingual(id, id);

    /// <summary>What something is paid once per: an object, or an attribute such as the level of a title.</summary>
    public Bilingual OfKey(string key)
    {
        if (Objects.TryGetValue(key, out var name)) return name;
        if (measure.SlotOf(key) is not (>= 0 and var slot)) return new Bilingual(key, key);
        return new Bilingual(AttributeLabel.Of(measure.Slots[slot], "zh"), AttributeLabel.Of(measure.Slots[slot], "en"));
    }

    // Measures of the same document that the library does not hold go without its name.
    private Bilingual Of(string id)
    {
        if (library?.Find(id)?.Measure is { } known)
            return new Bilingual($"“{known.Title.Zh}”（{known.Article}）", $"“{known.Title.En}” ({known.Article})");
        var document = measure.Measure.Document + "/";
        var name = id.StartsWith(document, StringComparison.Ordinal) ? id[document.Length..] : id;
        return new Bilingual(name, name);
    }
}
