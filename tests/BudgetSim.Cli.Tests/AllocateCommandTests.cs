// allocate: the documented answer, its exit codes, and wrong input.
using System.Text.Json;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class AllocateCommandTests
{
    // All or nothing 7, 5 and 5 under 10: the two fives are better than the seven.
    [Fact]
    public void Allocate_AllOrNothing_IsProved()
    {
        var printed = Run(
            """{ "items": [ { "id": "a", "amount": 7, "divisible": false }, { "id": "b", "amount": 5, "divisible": false }, { "id": "c", "amount": 5, "divisible": false } ], "limits": [ { "id": "f", "amount": 10, "items": ["a", "b", "c"] } ] }""");
        using var answer = JsonDocument.Parse(printed.Output);
        Assert.Equal(
            (0, "proved_optimal", 10L, 10L), (printed.Code, Text(answer, "status"), Whole(answer, "objective"), Whole(answer, "bound")));
        Assert.Equal(["b", "c"], answer.RootElement.GetProperty("selected").EnumerateArray().Select(id => id.GetString()!));
    }

    [Fact]
    public void Allocate_Impossible_NamesWhatCannotHoldTogether()
    {
        var printed = Run(
            """{ "items": [ { "id": "a", "amount": 5, "divisible": false } ], "limits": [ { "id": "f", "amount": 3, "items": ["a"] } ], "choose": [ { "id": "q", "items": ["a"], "at_least": 1 } ] }""");
        using var answer = JsonDocument.Parse(printed.Output);
        Assert.Equal((2, "infeasible"), (printed.Code, Text(answer, "status")));
        Assert.Equal(
            (JsonValueKind.Null, "{}", "[]"),
            (answer.RootElement.GetProperty("objective").ValueKind,
             answer.RootElement.GetProperty("awards").GetRawText(),
             answer.RootElement.GetProperty("selected").GetRawText()));
        Assert.Equal(
            ["f", "q"],
            answer.RootElement.GetProperty("certificate").GetProperty("conflict").EnumerateArray().Select(id => id.GetString()!));
    }

    // Two items of 120,000 and 90,000 yuan of which one may be chosen: the larger, within 5 million.
    [Fact]
    public void Allocate_ProblemOfTheGuide_IsSolvedAsItStandsThere()
    {
        var guide = File.ReadAllText(Repository.PathTo("docs", "formats.md")).ReplaceLineEndings("\n");
        var printed = Run(guide.Split("## Allocation problem")[1].Split("```\n")[1]);
        using var answer = JsonDocument.Parse(printed.Output);
        Assert.Equal((0, "proved_optimal", 120_000L), (printed.Code, Text(answer, "status"), Whole(answer, "objective")));
    }

    [Fact]
    public void Allocate_BadFile_PrintsFaultsAndNoAnswer()
    {
        var printed = Run("""{ "items": [ { "id": "a", "amount": -5 } ] }""");
        Assert.Equal((1, ""), (printed.Code, printed.Output));
        Assert.Contains(":1:14: error BS403", printed.Errors, StringComparison.Ordinal);
    }

    private static Printed Run(string problem)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["problem.json"], problem);
        return Commands.Run("allocate", folder["problem.json"], "--solver", "none");
    }

    private static string? Text(JsonDocument answer, string name) => answer.RootElement.GetProperty(name).GetString();

    private static long Whole(JsonDocument answer, string name) => answer.RootElement.GetProperty(name).GetInt64();
}
