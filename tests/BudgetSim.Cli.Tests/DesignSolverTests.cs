// OR-Tools chooses what looking at every combination chooses, and the run of its choice agrees to the yuan.
using BudgetSim.OrTools;
using BudgetSim.Scenarios.Laboratory.Designs;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class DesignSolverTests
{
    private static readonly string Seeds = Repository.PathTo("seeds");

    // Amounts are all multiples of 10,000 yuan in the text, but the awards are not: support may differ by the unit of the model, 10,000
    // yuan a replication.
    [Theory]
    [InlineData("P(shortage)<=30%", DesignObjective.TotalPaid)]
    [InlineData("P(shortage)<=30%", DesignObjective.LeastCut)]
    [InlineData("P95<=4.06亿", DesignObjective.TotalPaid)]
    [InlineData("mean ratio>=94%", DesignObjective.LeastCut)]
    public void Solver_AmongFewCombinations_AgreesWithTheBestOfAll(string target, DesignObjective objective)
    {
        var overrides = new ScenarioOverrides { Replications = 20 };
        var side = Side.ReadAll([Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software")], Seeds, overrides).Value![0];
        var source = new VariantSource(side, new ScenarioSource(Seeds, overrides));
        string[] written =
        [
            "fuzhou-2026-5/a3.5/cap=40万..100万:20万",
            "fuzhou-2026-5/a4.2.2/cap=100万..200万:50万",
            "fuzhou-2026-5/a4.2.1.a/amount_per_product=30万..50万:10万",
        ];
        var question = new DesignQuestion(
            [DesignTarget.Read(target).Value!], [.. written.Select(path => VariedPath.Read(path, "--adjust").Value!)], objective);
        Assert.Empty(question.Check(source));
        using var solver = new OrToolsSolver();
        var design = Design.Run(
            source,
            question,
            new LaboratoryRuns(ResultCache.None, 2, progress: null, CancellationToken.None),
            solver,
            CancellationToken.None);
        Assert.True(design.Proof.IsExact);
        Assert.Equal(36, (int)design.Proof.Combinations);
        Assert.True(design.IsFeasible);
        Assert.Equal("Optimal", design.Proof.Status);
        Assert.InRange(design.Proof.BestOfAll!.Value - design.Proof.SolverSupport!.Value, 0, 20 * 10_000);
    }
}
