// Prints the money path of an enterprise as sentences with a tree per claim, or as JSON.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Explanations;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Explaining;

/// <summary>The terminal's and the machine's view of a story.</summary>
internal static class StoryOutput
{
    public static void Write(TextWriter output, EnterpriseStory story, Language language)
    {
        foreach (var sentence in story.Summary()) TerminalText.WriteSentence(output, sentence.In(language));
        foreach (var claim in story.Claims) StepTree.Write(output, Root(claim), language == Language.Zh ? "zh" : "en");
    }

    /// <summary>
    /// <c>{"form":"budgetsim-explanation-1","enterprise","context","total","is_lower_bound","claims":[{"id","measure","article","title",
    /// "entitlement","award","payers","steps"}]}</c>.
    /// </summary>
    public static JsonObject Json(EnterpriseStory story) => new()
    {
        ["form"] = "budgetsim-explanation-1",
        ["enterprise"] = story.Enterprise,
        ["context"] = JsonText.Bilingual(new Bilingual(story.Context.Zh, story.Context.En)),
        ["total"] = Yuan(story.Total),
        ["is_lower_bound"] = story.IsLowerBound,
        ["claims"] = new JsonArray([.. story.Claims.Select(Json)]),
    };

    private static JsonObject Json(StoryClaim claim) => new()
    {
        ["id"] = claim.Id,
        ["measure"] = claim.Measure.Id,
        ["article"] = claim.Measure.Article,
        ["title"] = JsonText.Bilingual(claim.Measure.Title),
        ["entitlement"] = claim.Entitlement is { } entitlement ? Yuan(entitlement) : "UNDETERMINED",
        ["award"] = claim.Award is { } award ? Yuan(award) : "UNDETERMINED",
        ["payers"] = new JsonArray([.. claim.Payers
            .Select(payer => new JsonObject
            {
                ["name"] = JsonText.Bilingual(new Bilingual(payer.Name.Zh, payer.Name.En)),
                ["yuan"] = Yuan(payer.Amount),
            })]),
        ["steps"] = new JsonArray([.. claim.Steps.Select(JsonText.Step)]),
    };

    private static JsonNode Yuan(Money amount) => JsonNode.Parse(amount.Fen % 100 == 0 ? $"{amount.WholeYuan}" : amount.ToString())!;

    private static ExplanationStep Root(StoryClaim claim)
    {
        var (title, article) = (claim.Measure.Title, claim.Measure.Article);
        var (zh, en) = claim.Award is { } award ? ExpressionText.Exact(award.Yuan) : new Bilingual("UNDETERMINED", "UNDETERMINED");
        return new ExplanationStep(
            "measure",
            new Bilingual(
                $"{claim.Id} {claim.Measure.Id} {title.In("zh")}（{article}）：{zh}",
                $"{claim.Id} {claim.Measure.Id} {title.In("en")} ({article}): {en}"))
        {
            Source = article,
            Parts = claim.Steps,
        };
    }
}
