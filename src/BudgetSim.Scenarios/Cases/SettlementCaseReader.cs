// Reads one line of settlements.jsonl into a filing and what is expected of it.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Cases;

/// <summary>What a settlement case expects; only what is named is compared. Amounts in yuan; null awards are undetermined.</summary>
public sealed record ExpectedSettlement(
    IReadOnlyDictionary<string, Fraction?> Awards,
    Fraction? Total,
    IReadOnlyDictionary<string, Fraction> Payers,
    IReadOnlyDictionary<string, Fraction> ShortfallByFund,
    Fraction? Shortfall);

/// <summary>One settlement case.</summary>
public sealed record SettlementCase(string Id, Filing Filing, ExpectedSettlement Expected);

/// <summary>The reader of settlement cases.</summary>
internal sealed class SettlementCaseReader(LibraryTerms terms, ICollection<Diagnostic> faults)
{
    private const string Undetermined = "UNDETERMINED";

    private readonly Dictionary<string, Place> _claims = [];

    private PolicyLibrary Library => terms.Library;

    public SettlementCase Read(DataNode root) => NodeReader.Read(root, "case", faults, ReadCase);

    private SettlementCase ReadCase(NodeReader entry)
    {
        var id = entry.Text("case_id");
        _ = entry.Has("doc") | entry.Has("title") | entry.Has("why");
        var year = ReadYear(entry.RequiredChild("year"));
        var parameters = new CaseParameters(entry, Library, faults);
        var claims = entry.List("claims", claim => ReadClaim(claim, parameters));
        parameters.ReportUnknownClaims(_claims.Keys, faults);
        var filing = new Filing(terms, claims, year)
        {
            Funds = [.. entry.OptionalMap("funds", ReadFund).Values.OfType<FundMoney>()],
            UpliftBudgets = parameters.UpliftBudgets,
        };
        return new SettlementCase(id, filing, entry.Child("expected", ReadExpected));
    }

    // A key may carry a year: fund@2017.
    private FundMoney? ReadFund(NodeReader money)
    {
        var before = faults.Count;
        var yuan = money.AsWhole();
        if (faults.Count == before && yuan is < 0 or > FundsFile.Most)
            money.Report(ClaimFaults.BadFundAmount(money.Where, yuan, FundsFile.Most));
        var parts = money.Name.Split('@', 2);
        if (terms.FundIndex(parts[0]) < 0)
            money.Report(CaseFaults.UnknownFund(money.KeyWhere, parts[0], terms.Funds.Select(fund => fund.Id)));
        int? year = parts.Length > 1 ? FundYear(money, parts[1]) : null;
        return faults.Count == before ? new FundMoney(parts[0], year, yuan) : null;
    }

    private static int FundYear(NodeReader money, string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsYear(year)) return year;
        money.Report(ClaimFaults.BadYear(money.KeyWhere, written));
        return 0;
    }

    private FiledClaim ReadClaim(NodeReader claim, CaseParameters parameters)
    {
        var id = claim.Text("id");
        if (!_claims.TryAdd(id, claim.Where)) claim.Report(ClaimFaults.RepeatedId(claim.Where, id, _claims[id]));
        var measureId = claim.Text("measure");
        var measure = Library.Find(measureId);
        if (measure is null) claim.Report(CaseFaults.UnknownMeasure(claim.Where, measureId, Library));
        var facts = new Dictionary<string, Value>(parameters.Shared);
        foreach (var (name, value) in FactsReader.Read(claim.Child("inputs")?.Node, Library.Vocabulary, faults)) facts[name] = value;
        if (parameters.UpliftBudgets.TryGetValue(measureId, out var left)) facts.TryAdd(FactNames.UpliftBudgetLeft, Value.Of(left));
        return new FiledClaim(
            id, measure ?? Library.Measures.First(), ReadObjects(claim), claim.OptionalDate("date")?.ToString("yyyy-MM-dd"), facts)
        {
            OtherPolicyAward = parameters.OtherPolicyAward(id),
            SuperiorFormula = measure is null ? null : parameters.SuperiorFormula(id, measure, faults),
        };
    }

    private static ClaimObjects ReadObjects(NodeReader claim) => new(claim.OptionalText("enterprise") ?? claim.Text("id"))
    {
        Project = claim.OptionalText("project"),
        Loan = claim.OptionalText("loan"),
        Item = claim.OptionalText("item"),
        Event = claim.OptionalText("event"),
        Group = claim.OptionalText("group"),
        Park = claim.OptionalText("park"),
    };

    private ExpectedSettlement ReadExpected(NodeReader expected)
    {
        var shortfall = expected.Child("shortfall");
        return new ExpectedSettlement(
            expected.OptionalMap("awards", award => award.Node is ScalarNode { Text: Undetermined } ? (Fraction?)null : award.AsNumber()),
            expected.OptionalNumber("total"),
            expected.OptionalMap("payers", payer => payer.AsNumber()),
            shortfall?.Node is MappingNode ? shortfall.AsMap(fund => fund.AsNumber()) : new Dictionary<string, Fraction>(),
            shortfall?.Node is ScalarNode ? shortfall.AsNumber() : null);
    }

    // A year that could not be read is 0 and was reported.
    private static int ReadYear(NodeReader year)
    {
        var found = year.AsWhole();
        if (found is 0 || IsYear(found)) return (int)found;
        year.Report(ClaimFaults.BadYear(year.Where, $"{found}"));
        return 0;
    }

    private static bool IsYear(long year) => year is >= 1990 and <= 2200;
}
