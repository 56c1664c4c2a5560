// Reads a reform file: title, author, baseline, reason, and what it replaces.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>
/// <c>add</c> (measure, rule, claims, why, from), <c>changes</c> (path, value, why, from), <c>switch_off</c> (measure ids), <c>readings</c>
/// (code: option) and <c>funds</c> (fund: amount, or fund: { year: amount }) apply in this order.
/// </summary>
public static class ReformFile
{
    private const string FundsPrefix = "funds/";

    /// <summary>The reform in <paramref name="path"/>; its paths are checked against a scenario by <see cref="ReformCheck"/>.</summary>
    public static Loaded<Reform> Read(string path)
    {
        var tree = YamlFile.Read(path);
        if (!tree.Succeeded) return new Loaded<Reform>(null, tree.Diagnostics);
        var faults = tree.Diagnostics.ToList();
        var reform = NodeReader.Read(tree.Value, "reform", faults, file => Read(file, path));
        return Loaded<Reform>.From(reform, faults);
    }

    private static Reform Read(NodeReader file, string path) => new(
        Path.GetFileNameWithoutExtension(path),
        path,
        PolicyFields.Bilingual(file.RequiredChild("title")),
        file.Text("author"),
        file.Text("baseline"),
        ReadReason(file.RequiredChild("reason")),
        [
            .. file.OptionalList("add", ReadAdd),
            .. file.OptionalList("changes", ReadChange),
            .. file.OptionalList("switch_off", measure => new ReformStep.SwitchOff(measure.AsText(), "", measure.Where)),
            .. file.OptionalMap("readings", reading => new ReformStep.Reading(reading.Name, reading.AsText(), "", reading.KeyWhere)).Values,
            .. file.OptionalMap("funds", ReadMoney).Values.SelectMany(money => money),
        ]);

    private static Bilingual ReadReason(NodeReader reason) =>
        reason.Node is MappingNode ? PolicyFields.Bilingual(reason) : new Bilingual(reason.AsText(), "");

    private static ReformStep.Add ReadAdd(NodeReader entry)
    {
        var measure = entry.Text("measure");
        var rule = entry.RequiredChild("rule");
        _ = rule.Keys(); // reports a rule that is no mapping
        var claims = entry.OptionalMap("claims", claim => new AddedClaim(measure, claim.Name, claim.Node, claim.KeyWhere)).Values;
        return new ReformStep.Add(
            measure,
            rule.Node as MappingNode ?? new MappingNode(rule.Where, []),
            [.. claims],
            entry.OptionalDate("from"),
            entry.Text("why"),
            entry.Child("measure")?.Where ?? entry.Where);
    }

    private static ReformStep ReadChange(NodeReader entry)
    {
        var path = entry.Text("path");
        var value = entry.RequiredChild("value");
        var why = entry.Text("why");
        var from = entry.OptionalDate("from");
        var where = entry.Child("path")?.Where ?? entry.Where;
        if (!path.StartsWith(FundsPrefix, StringComparison.Ordinal)) return new ReformStep.Change(path, value.Node, from, why, where);
        if (from is { DayOfYear: not 1 } day) entry.Report(WithinAYear(entry.Child("from")!.Where, day));
        return new ReformStep.Money(path[FundsPrefix.Length..], from?.Year, value.AsWhole(), why, where) { LastsOn = from is not null };
    }

    private static IReadOnlyList<ReformStep.Money> ReadMoney(NodeReader fund)
    {
        if (fund.Node is not MappingNode) return [new ReformStep.Money(fund.Name, null, fund.AsWhole(), "", fund.KeyWhere)];
        return [.. fund.AsMap(year => (Year: year.YearOfName(), Yuan: year.AsWhole(), Where: year.KeyWhere)).Values
            .Select(year => new ReformStep.Money(fund.Name, year.Year, year.Yuan, "", year.Where))];
    }

    private static Diagnostic WithinAYear(Place where, DateOnly day) =>
        Diagnostic.Error(
            where,
            "BS789",
            $"an appropriation is for whole years, it cannot begin on {day:yyyy-MM-dd}",
            $"write from: {day:yyyy}-01-01, or the next year");
}
