// Reads the parameters and settings of a settlement case: facts for every claim, and maps by claim or by measure.
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

/// <summary>What a case says beside its claims; what cannot be read, or names a claim that is not there, is a fault.</summary>
internal sealed class CaseParameters
{
    private const string OtherAward = "other_city_policy_award", Superior = "superior_policy", Conflict = "conflict";

    // Kept for the record; they change no award.
    private static readonly string[] Memos =
    [
        "county_overlay", "superior_own_award", "budget_lines", "county", "central_interest_subsidy_paid",
    ];

    private readonly IReadOnlyDictionary<string, (Place Key, Fraction Yuan)> _otherAwards;
    private readonly IReadOnlyDictionary<string, (Place Key, ScalarNode? Formula)> _superior;

    /// <summary>The parameters and readings of <paramref name="entry"/>.</summary>
    public CaseParameters(NodeReader entry, PolicyLibrary library, ICollection<Diagnostic> faults)
    {
        var parameters = entry.Child("parameters");
        Shared = FactsReader.Read(Scalars(parameters?.Node), library.Vocabulary, faults);
        if (entry.Child("readings")?.Child(FactNames.TreatDraftAsInForce) is { } treat)
            Shared[FactNames.TreatDraftAsInForce] = Value.Of(treat.AsBool());
        UpliftBudgets = ReadUpliftBudgets(parameters, library);
        _otherAwards = parameters?.OptionalMap(OtherAward, award => (award.KeyWhere,
            AsYuan(award))) ?? new Dictionary<string, (Place, Fraction)>();
        _superior = parameters?.OptionalMap(Superior, term => (term.KeyWhere,
            FormulaOf(term))) ?? new Dictionary<string, (Place, ScalarNode?)>();
    }

    /// <summary>Facts that hold for every claim.</summary>
    public Dictionary<string, Value> Shared { get; }

    /// <summary>Yuan left for uplifts by measure, or one pot <c>*</c> for all.</summary>
    public IReadOnlyDictionary<string, Fraction> UpliftBudgets { get; }

    /// <summary>What another policy of the city pays for the same matter, in yuan.</summary>
    public Fraction OtherPolicyAward(string claim) => _otherAwards.TryGetValue(claim, out var award) ? award.Yuan : Fraction.Zero;

    /// <summary>The term of a higher level that replaces the measure's formula, if there is one.</summary>
    public Bound? SuperiorFormula(string claim, CompiledMeasure measure, ICollection<Diagnostic> faults) =>
        _superior.TryGetValue(claim, out var term) && term.Formula is { } formula
            ? ReplacingTerm.Bind(measure, formula.Text, formula.Where, faults)
            : null;

    /// <summary>Reports the claims that the maps name and the case does not have.</summary>
    public void ReportUnknownClaims(IReadOnlyCollection<string> known, ICollection<Diagnostic> faults)
    {
        foreach (var (claim, where) in _otherAwards.Select(award => (award.Key, award.Value.Key))
            .Concat(_superior.Select(term => (term.Key, term.Value.Key))))
        {
            if (!known.Contains(claim)) faults.Add(ParameterFaults.UnknownClaim(where, claim, known));
        }
    }

    private static MappingNode? Scalars(DataNode? parameters) =>
        parameters is MappingNode map
            ? map with
            {
                Entries = [.. map.Entries.Where(entry => entry.Value is ScalarNode && !Memos.Contains(entry.Key)
                    && entry.Key is not (OtherAward or Superior))],
            }
            : null;

    private Dictionary<string, Fraction> ReadUpliftBudgets(NodeReader? parameters, PolicyLibrary library)
    {
        if (Shared.TryGetValue(FactNames.UpliftBudgetLeft, out var pot) && !pot.IsNull) return new() { [Filing.OnePot] = pot.Number };
        if (parameters?.Child(FactNames.UpliftBudgetLeft) is not { Node: not ScalarNode } map) return [];
        return map.AsEntries(pot => (pot.Name, Yuan: AsYuan(pot), IsKnown: IsMeasure(pot, library)))
            .Where(pot => pot.IsKnown)
            .ToDictionary(pot => pot.Name, pot => pot.Yuan);
    }

    private static bool IsMeasure(NodeReader pot, PolicyLibrary library)
    {
        if (library.Find(pot.Name) is not null) return true;
        pot.Report(CaseFaults.UnknownMeasure(pot.KeyWhere, pot.Name, library));
        return false;
    }

    private static Fraction AsYuan(NodeReader amount)
    {
        var yuan = amount.AsNumber();
        if (yuan.Sign >= 0) return yuan;
        amount.Report(CaseFaults.NegativeAmount(amount.Where, amount.Name, yuan));
        return Fraction.Zero;
    }

    // A term is the formula by itself, or with its relation; one that does not conflict changes nothing here.
    private static ScalarNode? FormulaOf(NodeReader term) => term.Node is ScalarNode alone ? alone : term.As(parts =>
    {
        var formula = parts.RequiredChild("formula");
        var conflicts = (parts.OptionalText("relation") ?? Conflict) == Conflict;
        _ = formula.AsText();
        return conflicts ? formula.Node as ScalarNode : null;
    });
}
