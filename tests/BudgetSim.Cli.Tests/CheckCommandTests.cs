// The shipped library and scenarios are free of faults; wrong files are located.
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class CheckCommandTests
{
    [Theory]
    [InlineData("seeds")]
    [InlineData("scenarios")]
    [InlineData("scenarios/fuzhou-2026-upgrade-and-software/reforms/equipment-cap-300.yaml")]
    [InlineData("seeds/fuzhou-2026-5")]
    [InlineData("seeds/fujian-2020/policy.yaml")]
    [InlineData("seeds/jinjiang-2025-5/cases.csv")]
    [InlineData("seeds/jinjiang-2025-5/settlements.jsonl")]
    public void Check_WhatIsShipped_FindsNothing(string path)
    {
        var printed = Commands.Run("check", Repository.PathTo(path.Split('/')), "--seeds", Repository.PathTo("seeds"));
        Assert.Equal(0, printed.Code);
        Assert.EndsWith("checked, 0 errors, 0 warnings", printed.Lines[^1], StringComparison.Ordinal);
        Assert.Single(printed.Lines);
    }

    [Fact]
    public void Check_WrongCases_ReportsEveryFaultWithItsPlace()
    {
        using var folder = new TemporaryFolder();
        var file = folder["cases.csv"];
        File.WriteAllText(
            file,
            "case_id,measure_id,inputs,expected,why\nc1,fuzhou-2026-5/a3.11,{},5,\nc1,fuzhou-2026-5/a3.1,\"{\"\"loan_month\"\": 1}\",much,\n");
        var printed = Commands.Run("check", file, "--seeds", Repository.PathTo("seeds"));
        Assert.Equal(1, printed.Code);
        Assert.Equal(
        [
            $"{file}:2:4: error BS214: unknown measure 'fuzhou-2026-5/a3.11'; did you mean 'fuzhou-2026-5/a3.1'?",
            $"{file}:3:1: error BS216: the case c1 stands twice; give one of them another id",
            $"{file}:3:25: error BS204: unknown attribute 'loan_month'; did you mean 'loan_months'?",
            $"{file}:3:45: error BS215: expected is 'much', expected whole yuan or UNDETERMINED",
            "1 checked, 4 errors, 0 warnings",
        ], printed.Lines);
    }

    // A draft beside the library is read with the library's words.
    [Theory]
    [InlineData("unknown-attribute.yaml", ":23:11: error BS103: unknown name 'is_smee'")]
    [InlineData("payers-above-one.yaml", "error BS131")]
    [InlineData("gbk.yaml", ":1:3: error BS003")]
    public void Check_ADraftByItself_IsReadAsADocument(string name, string fault)
    {
        var printed = Commands.Run(
            "check", Repository.PathTo("tests", "BudgetSim.Scenarios.Tests", "Bad", "policy", name), "--seeds", Repository.PathTo("seeds"));
        Assert.Equal(1, printed.Code);
        Assert.Contains(printed.Lines, line => line.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_NothingThere_SaysSo() => Assert.Equal(1, Commands.Run("check", "no-such-path").Code);
}
