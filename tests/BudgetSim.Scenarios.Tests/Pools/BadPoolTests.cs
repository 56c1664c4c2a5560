// Pools, rosters and histories that cannot be are refused with messages at their places.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Scenarios.Tests.Files;
using BudgetSim.Simulation.Settlement;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Pools;

public sealed class BadPoolTests
{
    public static TheoryData<string> BadHistories => BadFiles.In("history");

    public static TheoryData<string> BadRosters => BadFiles.In("rosters");

    public static TheoryData<string> BadPools =>
        [.. BadFiles.In("pools").Where(row => row.Data.EndsWith(".yaml", StringComparison.Ordinal)).Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(BadHistories))]
    public void History_BadFile_GivesItsMessages(string name) =>
        BadFiles.Check(
            "history",
            name,
            HistoryFile.Read(BadFiles.PathOf("history", name), Library(), new HistoryFilter(ForecastFrom: 2026)).Diagnostics);

    [Theory]
    [MemberData(nameof(BadRosters))]
    public void Roster_BadFile_GivesItsMessages(string name)
    {
        var faults = new List<Diagnostic>();
        _ = RosterTable.Read(BadFiles.PathOf("rosters", name), null, LibraryTerms.From(Library()), faults);
        BadFiles.Check("rosters", name, Loaded<object>.From(null, faults).Diagnostics);
    }

    [Theory]
    [MemberData(nameof(BadPools))]
    public void Pool_BadFile_GivesItsMessages(string name)
    {
        using var trial = new PoolTrial(File.ReadAllText(BadFiles.PathOf("pools", name)), "{ from: 2026, to: 2027 }", Tables());
        BadFiles.Check(
            "pools",
            name,
            trial.Read().Diagnostics
                .Select(fault => fault with { Where = fault.Where with { File = Path.GetFileName(fault.Where.File) } }));
    }

    [Theory]
    [InlineData("企业,贷款,loan_months\n丙,L1,12\n", "loans.csv:2:1: error BS262: no enterprise of the roster is called '丙'; did you mean '乙'?")]
    [InlineData(
        "贷款,loan_months\nL1,12\n",
        "loans.csv:1:1: error BS264: no column 'enterprise' says which enterprise of firms.csv a row belongs to")]
    [InlineData("企业,贷款,loan_months\n甲,L1,12\n", "firms.csv: warning BS263: enterprises without a row among the loans bring nothing: 1")]
    public void Roster_WithLoansThatDoNotFit_SaysSo(string loans, string expected)
    {
        using var trial = new PoolTrial(
            "cohorts:\n  c:\n    roster: { file: firms.csv, loans: loans.csv }\n    claims: [ { measure: fuzhou-2026-5/a4.4.a, take_up: 50% } ]\n",
            "2026",
            ("firms.csv", "企业,is_software_enterprise\n甲,是\n乙,是\n"),
            ("loans.csv", loans));
        Assert.Contains(
            trial.Read().Diagnostics,
            fault => $"{Path.GetFileName(fault.Where.File)}{fault.ToString()[fault.Where.File.Length..]}"
                .StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Roster_WithRepeatedEnterpriseAndLoansOfItsOwn_IsRefused()
    {
        using var trial = new PoolTrial(
            "cohorts:\n  c:\n    roster: { file: firms.csv, loans: loans.csv }\n    population: nobody\n    claims: [ { measure: fuzhou-2026-5/a4.4.a, take_up: 50% } ]\n",
            "2026",
            ("firms.csv", "企业,is_software_enterprise\n甲,是\n甲,是\n"),
            ("loans.csv", "企业,贷款,loan_months\n甲,L1,12\n"));
        var codes = trial.Read().Diagnostics.Select(fault => fault.Code).ToList();
        Assert.Contains("BS265", codes);
        Assert.Contains("BS257", codes);
    }

    // The tables that bad pools name: past.data is their past.csv.
    private static (string Name, string Text)[] Tables() =>
        [.. BadFiles.In("pools").Select(row => row.Data)
            .Where(name => name.EndsWith(".data", StringComparison.Ordinal))
            .Select(name => (Path.ChangeExtension(name, ".csv"), File.ReadAllText(BadFiles.PathOf("pools", name))))];

    private static Policy.Library.PolicyLibrary Library() =>
        BudgetSim.Scenarios.Policies.PolicyFolder
            .Read(Repository.PathTo("seeds"), ["fuzhou-2026-5"], new Dictionary<string, string>()).Value!;
}
