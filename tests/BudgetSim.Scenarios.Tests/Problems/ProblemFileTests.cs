// problem.json, good and bad.
using BudgetSim.Allocation.Selection;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Problems;
using BudgetSim.Scenarios.Tests.Files;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Problems;

public sealed class ProblemFileTests
{
    public static TheoryData<string> Bad => BadFiles.In("problems");

    [Theory]
    [MemberData(nameof(Bad))]
    public void Read_BadFile_GivesItsMessages(string name) =>
        BadFiles.Check("problems", name, ProblemFile.Read(BadFiles.PathOf("problems", name)).Diagnostics);

    [Fact]
    public void Read_WholeForm_FillsEveryPart()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["p.json"], """
            { "objective": "value",
              "items": [ { "id": "a", "amount": 120000, "value": 2.5, "divisible": false, "priority": 2 }, { "id": "b", "amount": "35万" } ],
              "limits": [ { "id": "fund", "amount": 400000, "items": ["a", "b"] }, { "id": "weight", "amount": 7.5, "use": { "b": 3 } } ],
              "conflicts": [ ["a", "b"] ], "choose": [ { "id": "q", "items": ["a", "b"], "at_least": 1 } ], "weights": { "a": 3 } }
            """);
        var problem = ProblemFile.Read(folder["p.json"]).Value!;
        Assert.Equal(new AllocationItem("a", 120_000, Fraction.Of(5, 2), 3, false, 2), problem.Items[0]);
        Assert.Equal(new AllocationItem("b", 350_000, 1, 1, true, 1), problem.Items[1]);
        Assert.Equal(
            (AllocationObjective.Value, Fraction.Of(15, 2), 1, 2),
            (problem.Objective, problem.Limits[1].Amount, problem.Choose[0].AtLeast, problem.Choose[0].AtMost));
    }

    [Fact]
    public void Read_NothingButItems_TakesTheDefaults()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["p.json"], """{ "items": [ { "id": "a", "amount": 1 } ] }""");
        Assert.Equal(AllocationObjective.Total, ProblemFile.Read(folder["p.json"]).Value!.Objective);
    }
}
