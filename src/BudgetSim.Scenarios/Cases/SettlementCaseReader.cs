// Reads one line of settlements.jsonl into a filing and what is expected of it.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Trees;
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

    // Parameters that are kept for the record and change no award.
    private static readonly string[] Memos = ["county_overlay", "superior_own_award", "budget_lines", "county", "central_interest_subsidy_paid"];

    private readonly Dictionary<string, Place> _claims = [];

    private PolicyLibrary Library => terms.Library;

    public SettlementCase Read(DataNode root) => NodeReader.Read(root, "case", faults, ReadCase);

    private SettlementCase ReadCase(NodeReader entry)
    {
        var id = entry.Text("case_id");
        _ = entry.Has("doc") | entry.Has("title") | entry.Has("why") | entry.Has("readings");
        var year = ReadYear(entry.RequiredChild("year"));
        var parameters = entry.Child("parameters")?.Node as MappingNode;
        var shared = FactsReader.Read(Shared(parameters), Library.Vocabulary, faults);
        if (Reading(entry, FactNames.TreatDraftAsInForce) is { } treat) shared[FactNames.TreatDraftAsInForce] = Value.Of(treat == "true");
        var claims = entry.List("claims", claim => ReadClaim(claim, shared, parameters));
        var filing = new Filing(terms, claims, year)
        {
            Funds = [.. entry.OptionalMap("funds", money => money.AsWhole()).Select(money => FundMoney(money.Key, money.Value, entry.Where)).OfType<FundMoney>()],
            UpliftBudgets = UpliftBudgets(parameters),
        };
        return new SettlementCase(id, filing, entry.Child("expected", ReadExpected));
    }

    private static string? Reading(NodeReader entry, string name) =>
        (entry.Child("readings")?.Node as MappingNode)?.Find(name)?.Value is ScalarNode scalar ? scalar.Text : null;

    // Scalars hold for every claim; maps are read by name below.
    private static MappingNode? Shared(MappingNode? parameters) =>
        parameters is null ? null : parameters with { Entries = [.. parameters.Entries.Where(entry => entry.Value is ScalarNode && !Memos.Contains(entry.Key) && entry.Key != FactNames.UpliftBudgetLeft)] };

    private FundMoney? FundMoney(string key, long yuan, Place where)
    {
        var parts = key.Split('@');
        if (terms.FundIndex(parts[0]) < 0)
        {
            faults.Add(Diagnostic.Error(where, "BS206", $"unknown fund '{parts[0]}'", NearestName.Hint(parts[0], terms.Funds.Select(fund => fund.Id))));
            return null;
        }

        return new FundMoney(parts[0], parts.Length > 1 && int.TryParse(parts[1], out var year) ? year : null, yuan);
    }

    private Dictionary<string, Fraction> UpliftBudgets(MappingNode? parameters)
    {
        var given = parameters?.Find(FactNames.UpliftBudgetLeft)?.Value;
        if (given is ScalarNode { IsNull: false } single && Number(single) is { } pot) return new Dictionary<string, Fraction> { ["*"] = pot };
        if (given is not MappingNode map) return [];
        return map.Entries.Where(entry => Number(entry.Value) is not null).ToDictionary(entry => entry.Key, entry => Number(entry.Value)!.Value);
    }

    private FiledClaim ReadClaim(NodeReader claim, Dictionary<string, Value> shared, MappingNode? parameters)
    {
        var id = claim.Text("id");
        if (!_claims.TryAdd(id, claim.Where)) claim.Report(ClaimFaults.RepeatedId(claim.Where, id, _claims[id]));
        var measureId = claim.Text("measure");
        var measure = Library.Find(measureId);
        if (measure is null)
            claim.Report(Diagnostic.Error(claim.Where, "BS207", $"unknown measure '{measureId}'", NearestName.Hint(measureId, Library.MeasureIds)));
        var facts = new Dictionary<string, Value>(shared);
        foreach (var (name, value) in FactsReader.Read(claim.Child("inputs")?.Node, Library.Vocabulary, faults)) facts[name] = value;
        return new FiledClaim(id, measure ?? Library.Measures.First(), ReadObjects(claim), claim.OptionalDate("date")?.ToString("yyyy-MM-dd"), facts)
        {
            OtherPolicyAward = ForClaim(parameters, "other_city_policy_award", id) is { } other ? Number(other) ?? Fraction.Zero : Fraction.Zero,
            SuperiorFormula = measure is null ? null : SuperiorFormula(measure, ForClaim(parameters, "superior_policy", id)),
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

    private static DataNode? ForClaim(MappingNode? parameters, string name, string claim) =>
        (parameters?.Find(name)?.Value as MappingNode)?.Find(claim)?.Value;

    // A term is the formula by itself, or with its relation; one that does not conflict changes nothing here.
    private Bound? SuperiorFormula(CompiledMeasure measure, DataNode? term)
    {
        var map = term as MappingNode;
        if ((map?.Find("formula")?.Value ?? term) is not ScalarNode { IsNull: false } formula) return null;
        if (map?.Find("relation")?.Value is ScalarNode relation && relation.Text != "conflict") return null;
        return ReplacingTerm.Bind(measure, formula.Text, formula.Where, faults);
    }

    private static Fraction? Number(DataNode node) =>
        node is ScalarNode scalar && (scalar.Form == ScalarForm.Number ? ScalarText.TryJsonNumber(scalar.Text, out var number) : ScalarText.TryNumber(scalar.Text, out number)) ? number : null;

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
        if (found is 0 or (>= 1990 and <= 2200)) return (int)found;
        year.Report(ClaimFaults.BadYear(year.Where, $"{found}"));
        return 0;
    }
}
