// Over every worked case of the library: the explanation's amounts are those of the evaluation.
using BudgetSim.Cli.Evaluating;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Explanations;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class ExplanationLawTests
{
    private static readonly string Seeds = Repository.PathTo("seeds");

    private static IReadOnlyList<EvaluatedRequest> Cases { get; } = ReadCases();

    private static List<EvaluatedRequest> ReadCases()
    {
        var terms = LibraryTerms.From(PolicyFolder.Read(Seeds).Value!);
        var faults = new List<Diagnostic>();
        return [.. PolicyFolder.DocumentIds(Seeds).SelectMany(id => TableFile.Read(Path.Combine(Seeds, id, "cases.csv")).Value!.Rows)
            .Select(row =>
        {
            var measure = terms.Library.Find(row[1].Text)!;
            var facts = FactsReader.Read(CellText.Json(row[2])!.Value!, terms.Library.Vocabulary, faults);
            return new EvaluatedRequest(new EvaluationRequest(row[0].Text, Seeds), EvaluateAlone.From(terms, measure, facts), facts);
        })];
    }

    private static Fraction? AmountOf(ExplanationStep step) =>
        step.Parts.LastOrDefault(part => part.Id is "formula" or "uplift" or "deduction" && part.Yuan is not null)?.Yuan;

    [Fact]
    public void LastAmount_OfEveryDecidedCase_IsTheAward()
    {
        var decided = Cases.Where(made => !made.Evaluation.IsUndetermined
            && made.Evaluation.Entitlement.Standing == Standing.Entitled).ToList();
        Assert.NotEmpty(decided);
        Assert.Empty(decided
            .Select(made => (made.Request.Measure,
                Found: (long)Fraction.Max(AmountOf(EvaluationExplanation.From(made)) ?? -1, Fraction.Zero).Floor(),
                made.Evaluation.Yuan))
            .Where(made => made.Found != made.Yuan)
            .Select(made => $"{made.Measure}: {made.Found}, not {made.Yuan}"));
    }

    [Fact]
    public void Stop_OfEveryCaseThatStops_IsTheLastStepAndDecides()
    {
        var stopped = Cases.Where(made => made.Evaluation.Entitlement.Standing != Standing.Entitled).ToList();
        Assert.NotEmpty(stopped);
        Assert.Empty(stopped
            .Where(made => EvaluationExplanation.From(made).Parts is var steps
                && (!steps[^2].Decides || steps.Count(step => step.Decides) != 1))
            .Select(made => made.Request.Measure));
    }

    [Fact]
    public void Text_OfEveryStep_IsThereInBothLanguages() =>
        Assert.Empty(Cases.Where(made => !HasTexts(EvaluationExplanation.From(made))).Select(made => made.Request.Measure));

    private static bool HasTexts(ExplanationStep step) => step.Text.Zh.Length > 0 && step.Text.En.Length > 0 && step.Parts.All(HasTexts);
}
