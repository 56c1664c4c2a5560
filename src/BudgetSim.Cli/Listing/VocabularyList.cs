// The facts a rule may read as a list.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Vocabularies;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Cli.Listing;

/// <summary>Columns and JSON of the vocabulary.</summary>
internal static class VocabularyList
{
    private static readonly Dictionary<AttributeType, string> Words = new()
    {
        [AttributeType.Truth] = "bool",
        [AttributeType.Money] = "money",
        [AttributeType.Count] = "count",
        [AttributeType.Number] = "number",
        [AttributeType.Share] = "share",
        [AttributeType.Months] = "months",
        [AttributeType.Date] = "date",
        [AttributeType.Choice] = "enum",
        [AttributeType.Other] = "text",
    };

    public static IReadOnlyList<ListColumn<Attribute>> Columns { get; } =
    [
        new(new Bilingual("名称", "name"), (attribute, _) => attribute.Name) { IsKey = true },
        new(
            new Bilingual("主体", "subject"),
            (attribute, language) => attribute.IsParameter ? language == "zh" ? "参数" : "parameter" : attribute.Subject)
        {
            IsDetail = true,
        },
        new(new Bilingual("类型", "type"), (attribute, _) => Words[attribute.Type]),
        new(new Bilingual("单位", "unit"), (attribute, _) => attribute.Unit) { IsDetail = true },
        new(new Bilingual("取值", "values"), (attribute, _) => string.Join(", ", attribute.Choices)) { IsDetail = true },
        new(
            new Bilingual("缺省", "default"),
            (attribute, language) => attribute.Default.IsNull ? "" : ValueText.Of(attribute.Default, attribute.Type, language))
        {
            IsDetail = true,
        },
        new(new Bilingual("含义", "meaning"), (attribute, language) => attribute.Meaning.In(language)),
    ];

    public static JsonObject Json(Attribute attribute) => new()
    {
        ["name"] = attribute.Name,
        ["parameter"] = attribute.IsParameter,
        ["subject"] = attribute.Subject,
        ["type"] = Words[attribute.Type],
        ["unit"] = attribute.Unit,
        ["values"] = JsonText.Texts(attribute.Choices),
        ["default"] = attribute.Default.IsNull ? null : ValueText.Of(attribute.Default, AttributeType.Number, "en"),
        ["meaning"] = JsonText.Bilingual(attribute.Meaning),
    };
}
