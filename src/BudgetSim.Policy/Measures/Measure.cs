// One policy instrument as the text states it, before it is compiled.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Measures;

/// <summary>A measure of a policy document. Money is in yuan; figures are the numbers of law by name.</summary>
public sealed record Measure
{
    /// <summary>Document and clause, such as <c>fuzhou-2026-5/a3.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands in its file.</summary>
    public required Place At { get; init; }

    /// <summary>The document it belongs to.</summary>
    public required string Document { get; init; }

    /// <summary>The article of the text.</summary>
    public required string Article { get; init; }

    /// <summary>A short name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>The word that names its formula's shape.</summary>
    public required string Kind { get; init; }

    /// <summary>The amount before ceilings.</summary>
    public required Formula Formula { get; init; }

    /// <summary>What the amount is; only an award is an outlay.</summary>
    public required LedgerEffect Effect { get; init; }

    /// <summary>False where the text promises money without an amount.</summary>
    public bool AmountIsSpecified { get; init; } = true;

    /// <summary>The object a claim is made for.</summary>
    public required string Subject { get; init; }

    /// <summary>automatic, apply, selection or budget-line.</summary>
    public required string Trigger { get; init; }

    /// <summary>When it pays.</summary>
    public required Validity Validity { get; init; }

    /// <summary>The numbers and dates of law, by name.</summary>
    public required IReadOnlyDictionary<string, Value> Figures { get; init; }

    /// <summary>Who is eligible.</summary>
    public required Expression When { get; init; }

    /// <summary>Facts without which an eligible claim is undetermined.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Whether the text says "at most": the authority may pay less.</summary>
    public bool IsCeiling { get; init; }

    /// <summary>The lower end of a range, or null.</summary>
    public Expression? Minimum { get; init; }

    /// <summary>The once rule: empty if none, <c>first-time</c>, or the keys that together are paid once.</summary>
    public IReadOnlyList<string> OnceKeys { get; init; } = [];

    /// <summary>Whether the award is for the first time only.</summary>
    public bool IsFirstTime { get; init; }

    /// <summary>The ceilings on the award, in the order in which they are applied.</summary>
    public IReadOnlyList<MoneyCap> Caps { get; init; } = [];

    /// <summary>The ceilings on the principal that is subsidised.</summary>
    public IReadOnlyList<PrincipalCap> PrincipalCaps { get; init; } = [];

    /// <summary>How many are paid, or null.</summary>
    public Quota? Quota { get; init; }

    /// <summary>What raises the standard amount, or null.</summary>
    public Uplift? Uplift { get; init; }

    /// <summary>Who pays which part.</summary>
    public IReadOnlyList<PayerShare> Payers { get; init; } = [];

    /// <summary>The fund that pays, by id.</summary>
    public required string Fund { get; init; }

    /// <summary>The measures whose awards exclude this one.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>The awards of other levels to which it adds the difference, or null.</summary>
    public TopUp? TopUp { get; init; }

    /// <summary>The measures whose money this row repeats.</summary>
    public IReadOnlyList<string> Restates { get; init; } = [];

    /// <summary>Which claims a short budget line pays first, or null.</summary>
    public Priority? Priority { get; init; }

    /// <summary>The points its wording leaves open.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>Codes of the library's general readings that matter here.</summary>
    public IReadOnlyList<string> GeneralReadings { get; init; } = [];
}
