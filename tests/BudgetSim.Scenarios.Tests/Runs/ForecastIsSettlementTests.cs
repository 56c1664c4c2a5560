// A simulated year written as a claims file is paid by settle to the yuan what the forecast paid.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class ForecastIsSettlementTests : IDisposable
{
    private static readonly (string Column, Func<ClaimKeys, int> Key)[] Objects =
    [
        ("enterprise", keys => keys.Enterprise), ("project", keys => keys.Project), ("loan", keys => keys.Loan),
        ("item", keys => keys.Item),
        ("event", keys => keys.Event), ("group", keys => keys.Group), ("park", keys => keys.Park),
    ];

    private readonly TemporaryFolder _folder = new();

    // What is paid as past payments were does not follow from facts, so the scenario with records stays out; so do years that pass money
    // on.
    public static TheoryData<string> Scenarios =>
    [
        "fujian-power-reward-2017", "fujian-software-fund-2016-2018", "fuzhou-2026-2030-whole-plan", "fuzhou-2026-upgrade-and-software",
        "fuzhou-pool-under-jinjiang-rules",
        "fuzhou-software-fund", "jinjiang-2025-2026", "sanming-2026-special-fund", "sanming-gradient-2022-2025",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Replication_WrittenAsAClaimsFile_IsPaidTheSame(string name)
    {
        var scenario = ScenarioFile.Read(Repository.PathTo("scenarios", name), Repository.PathTo("seeds"), new ScenarioOverrides()).Value!;
        var facts = new List<Value[]>();
        var input = new Replicate(scenario.Model).Claims(1, facts);
        Assert.DoesNotContain(input.Claims, claim => claim.IsGiven);
        Write("claims.csv", ClaimsTable(scenario.Model, input.Claims, facts));
        Write("funds.csv", FundsTable(scenario.Model));
        var settled = SettleClaims.From(new ClaimsRequest(
            _folder["claims.csv"],
            _folder["funds.csv"],
            Repository.PathTo("seeds"),
            [.. scenario.Model.Terms.Library.Documents.Select(document => document.Id)])
        {
            Readings = scenario.Readings,
            Parameters = scenario.Model.Parameters.ToDictionary(pair => pair.Key, pair => Text(pair.Value)),
        });
        Assert.Equal("", string.Join('\n', settled.Diagnostics.Take(5)));
        var forecast = Settle.Claims(input);
        Assert.Contains(forecast.Awards, award => award.Yuan > 0);
        Assert.Equal(Awards(input, forecast), Awards(settled.Value!.Settled.Input, settled.Value.Settled.Result));
    }

    private static IEnumerable<string> Awards(SettlementInput input, SettlementResult result) =>
        result.Awards.Select(
            (award, claim) =>
                $"{claim + 1} {input.Measures[input.Claims[claim].Measure].Id}: {(award.IsUndetermined ? "UNDETERMINED" : $"{award.Yuan}")}");

    private static IEnumerable<IEnumerable<string>> ClaimsTable(ScenarioModel model, IReadOnlyList<Claim> claims, List<Value[]> facts)
    {
        var measures = claims.Select(claim => model.Terms.Compiled[claim.Measure]).ToList();
        var names = measures.Distinct()
            .SelectMany(measure => measure.Slots.Select(slot => slot.Name).Where(slot => slot != measure.Measure.Validity.DateAttribute))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var rows = claims.Select((claim, position) => new[] { $"c{position + 1}", measures[position].Measure.Id }
            .Concat(Objects.Select(of => of.Key(claim.Keys) is >= 0 and var key ? $"{of.Column}{key}" : ""))
            .Append(Date(claim, measures[position].SlotOf(measures[position].Measure.Validity.DateAttribute), facts[position]))
            .Concat(names.Select(slot => measures[position].SlotOf(slot) is >= 0 and var at ? Text(facts[position][at]) : "")));
        return rows.Prepend(["id", "measure", .. Objects.Select(of => of.Column), "date", .. names]);
    }

    private static string Date(Claim claim, int slot, Value[] facts) =>
        slot >= 0 && facts[slot].Text is { } date ? date : $"{claim.Year}-06-30";

    private static IEnumerable<IEnumerable<string>> FundsTable(ScenarioModel model) =>
        model.Funds.Select(money => (IEnumerable<string>)[money.Fund, $"{money.Year}", $"{money.Yuan}"])
            .Prepend(["fund", "year", "amount"]);

    private static string Text(Value value) => value.Kind switch
    {
        ValueKind.Truth => value.Holds ? "true" : "false",
        ValueKind.Number => QuantityText.Format(value.Number),
        _ => value.Text ?? "",
    };

    private void Write(string file, IEnumerable<IEnumerable<string>> rows) =>
        File.WriteAllLines(
            _folder[file],
            rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
}
