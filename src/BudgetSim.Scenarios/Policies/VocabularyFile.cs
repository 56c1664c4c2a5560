// Reads seeds/vocabulary.yaml: every attribute and parameter that a rule may read.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Policies;

/// <summary>The vocabulary as a file.</summary>
public static class VocabularyFile
{
    internal static readonly Dictionary<string, AttributeType> Types = new()
    {
        ["bool"] = AttributeType.Truth,
        ["money"] = AttributeType.Money,
        ["count"] = AttributeType.Count,
        ["number"] = AttributeType.Number,
        ["share"] = AttributeType.Share,
        ["months"] = AttributeType.Months,
        ["date"] = AttributeType.Date,
        ["enum"] = AttributeType.Choice,
        ["map"] = AttributeType.Other,
        ["text"] = AttributeType.Other,
    };

    /// <summary>Reads the vocabulary at <paramref name="path"/>.</summary>
    public static Loaded<Vocabulary> Read(string path)
    {
        var tree = YamlFile.Read(path);
        if (!tree.Succeeded) return new Loaded<Vocabulary>(null, tree.Diagnostics);
        var faults = tree.Diagnostics.ToList();
        return Loaded<Vocabulary>.From(NodeReader.Read(tree.Value, "vocabulary", faults, ReadSections), faults);
    }

    private static Vocabulary ReadSections(NodeReader file) => new(
        file.Map("attributes", entry => ReadAttribute(entry, isParameter: false)).Values
            .Concat(file.Map("parameters", entry => ReadAttribute(entry, isParameter: true)).Values)
            .DistinctBy(attribute => attribute.Name));

    private static Attribute ReadAttribute(NodeReader entry, bool isParameter)
    {
        var attribute = new Attribute(
            entry.Name,
            entry.OptionalText("subject") ?? "",
            entry.Choice("type", Types),
            entry.OptionalText("unit") ?? "",
            entry.OptionalTexts("values"),
            Value.Null,
            new Bilingual(entry.OptionalText("zh") ?? "", entry.OptionalText("en") ?? ""),
            isParameter);
        if (entry.Child("default") is not { } given) return attribute;
        var (value, fault) = FactText.Parse(attribute, given.AsText(), given.Where);
        if (fault is not null) given.Report(fault);
        return attribute with { Default = value };
    }
}
