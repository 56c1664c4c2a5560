// Runs settlements.jsonl: several claims, funds, payers.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Cases;

/// <summary>Worked examples of settlements, one JSON object a line.</summary>
public static class SettlementFile
{
    /// <summary>
    /// The outcome of every case of <paramref name="path"/>, in file order. <paramref name="termsFor"/> gives the library
    /// under the readings that a case sets.
    /// </summary>
    public static IReadOnlyList<CaseOutcome> Run(string path, Func<IReadOnlyDictionary<string, string>, Loaded<LibraryTerms>> termsFor) =>
        [.. JsonFile.ReadLines(path).Select(line => Run(path, line, termsFor))];

    private static CaseOutcome Run(
        string path, Loaded<DataNode> line, Func<IReadOnlyDictionary<string, string>, Loaded<LibraryTerms>> termsFor)
    {
        if (!line.Succeeded)
            return new CaseOutcome(path, line.Diagnostics[0].Where, [.. line.Diagnostics.Select(fault => fault.ToString())]);
        var terms = termsFor(Readings(line.Value));
        var id = ((line.Value as MappingNode)?.Find("case_id")?.Value as ScalarNode)?.Text ?? path;
        if (!terms.Succeeded) return new CaseOutcome(id, line.Value.Where, [.. terms.Diagnostics.Select(fault => fault.ToString())]);
        var faults = new List<Diagnostic>();
        var read = new SettlementCaseReader(terms.Value, faults).Read(line.Value);
        if (faults.Count > 0) return new CaseOutcome(read.Id, line.Value.Where, [.. faults.Select(fault => fault.ToString())]);
        var settled = SettleFiling.From(read.Filing);
        return new CaseOutcome(read.Id, line.Value.Where, [.. Differences(read.Expected, settled)]);
    }

    // The way of sharing a short fund may stand among the parameters too.
    private static Dictionary<string, string> Readings(DataNode line)
    {
        var readings = ((line as MappingNode)?.Find("readings")?.Value as MappingNode)?.Entries
            .Where(entry => entry.Value is ScalarNode)
            .ToDictionary(entry => entry.Key, entry => ((ScalarNode)entry.Value).Text) ?? [];
        if (((line as MappingNode)?.Find("parameters")?.Value as MappingNode)?.Find(
                SettlementReadings.ShortageModeName)?.Value is ScalarNode { IsNull: false } mode)
            readings.TryAdd(SettlementReadings.ShortageModeName, mode.Text);
        return readings;
    }

    private static IEnumerable<string> Differences(ExpectedSettlement expected, SettledFiling settled)
    {
        var result = settled.Result;
        var position = settled.Filing.Claims.Select((claim, index) => (claim.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        foreach (var (id, yuan) in expected.Awards)
        {
            if (!position.TryGetValue(id, out var index)) yield return $"award {id}: there is no such claim";
            else if (Shown(result.Awards[index].IsUndetermined ? null : result.Awards[index].Yuan) is var found && found != Shown(yuan))
                yield return $"award {id}: expected {Shown(yuan)}, found {found}";
        }

        if (expected.Total is { } total && total != result.Total) yield return $"total: expected {total}, found {result.Total}";
        foreach (var (payer, yuan) in expected.Payers)
        {
            var index = settled.Filing.Terms.Payers.ToList().IndexOf(payer);
            var found = index < 0 ? Fraction.Zero : result.Payers[index];
            if (found != yuan) yield return $"payer {payer}: expected {QuantityText.Format(yuan)}, found {QuantityText.Format(found)}";
        }

        foreach (var (fund, yuan) in expected.ShortfallByFund)
        {
            var found = Shortfall(settled, fund.Split('@'));
            if (found != yuan) yield return $"shortfall {fund}: expected {yuan}, found {found}";
        }

        var gap = result.Funds.Sum(outcome => outcome.Shortfall);
        if (expected.Shortfall is { } shortfall && shortfall != gap) yield return $"shortfall: expected {shortfall}, found {gap}";
    }

    // Of one year where the fund has money of that year, else of all its years.
    private static long Shortfall(SettledFiling settled, string[] fund)
    {
        var index = settled.Filing.Terms.FundIndex(fund[0]);
        var outcomes = settled.Result.Funds.Where(outcome => outcome.Fund == index).ToList();
        var dated = fund.Length < 2 ? [] : outcomes.FindAll(outcome => outcome.Year?.ToString() == fund[1]);
        return (dated.Count > 0 ? dated : outcomes).Sum(outcome => outcome.Shortfall);
    }

    private static string Shown(Fraction? yuan) => yuan is { } amount ? amount.ToString() : "UNDETERMINED";
}
