// The measures of the library as a list.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Cli.Listing;

/// <summary>Columns and JSON of measures.</summary>
internal static class MeasureList
{
    public static IReadOnlyList<ListColumn<Measure>> Columns { get; } =
    [
        new(new Bilingual("编号", "id"), (measure, _) => measure.Id) { IsKey = true },
        new(new Bilingual("条款", "article"), (measure, _) => measure.Article),
        new(new Bilingual("名称", "title"), (measure, language) => measure.Title.In(language)),
        new(new Bilingual("类型", "kind"), (measure, _) => measure.Kind) { IsDetail = true },
        new(new Bilingual("对象", "subject"), (measure, _) => measure.Subject) { IsDetail = true },
        new(new Bilingual("性质", "effect"), (measure, _) => Effect(measure)) { IsDetail = true },
        new(
            new Bilingual("数值", "figures"),
            (measure, language) => string.Join(
                ", ", measure.Figures.Select(figure => $"{figure.Key}={ValueText.OfFigure(figure.Value, language)}")))
        {
            IsDetail = true,
        },
        new(
            new Bilingual("限额", "caps"),
            (measure, language) => string.Join(
                "; ", measure.Caps.Select(cap => $"{PerText.Of(cap).In(language)} {Amount(measure, cap.Amount, language)}"))),
        new(new Bilingual("资金", "fund"), (measure, _) => measure.Fund) { IsDetail = true },
        new(new Bilingual("未定额", "undetermined"), (measure, language) => measure.AmountIsSpecified ? "" : language == "zh" ? "是" : "yes")
        {
            IsDetail = true,
        },
    ];

    public static JsonObject Json(Measure measure) => new()
    {
        ["id"] = measure.Id,
        ["document"] = measure.Document,
        ["article"] = measure.Article,
        ["title"] = JsonText.Bilingual(measure.Title),
        ["kind"] = measure.Kind,
        ["subject"] = measure.Subject,
        ["trigger"] = measure.Trigger,
        ["effect"] = Effect(measure),
        ["valid"] = new JsonObject
        {
            ["from"] = measure.Validity.From,
            ["to"] = measure.Validity.To,
            ["by"] = measure.Validity.DateAttribute,
        },
        ["figures"] = new JsonObject(measure.Figures
            .Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Key, Plain(figure.Value)))),
        ["caps"] = new JsonArray([.. measure.Caps
            .Select(cap => new JsonObject
            {
                ["amount"] = Amount(measure, cap.Amount, "en"),
                ["per"] = PerText.Of(cap).En,
                ["shared_with"] = JsonText.Texts(cap.SharedWith),
            })]),
        ["fund"] = measure.Fund,
        ["payers"] = JsonText.Texts(measure.Payers.Select(payer => payer.Payer).Distinct()),
        ["restates"] = JsonText.Texts(measure.Restates),
        ["readings"] = JsonText.Texts(measure.Readings.Select(reading => reading.Code)),
        ["general_readings"] = JsonText.Texts(measure.GeneralReadings),
        ["undetermined"] = !measure.AmountIsSpecified,
    };

    private static string Plain(Value value) => value.Text ?? BudgetSim.Core.Quantities.QuantityText.Format(value.Number);

    private static string Effect(Measure measure) =>
        string.Concat(measure.Effect.ToString()
            .Select((letter, index) => char.IsUpper(letter) && index > 0
                ? "_" + char.ToLowerInvariant(letter)
                : $"{char.ToLowerInvariant(letter)}"));

    private static string Amount(Measure measure, Expression amount, string language) => amount switch
    {
        Expression.Name name when measure.Figures.TryGetValue(name.Identifier, out var figure) => ValueText.OfFigure(figure, language),
        Expression.Literal literal => ValueText.OfFigure(literal.Value, language),
        Expression.Name name => name.Identifier,
        _ => language == "zh" ? "按条件" : "by condition",
    };
}
