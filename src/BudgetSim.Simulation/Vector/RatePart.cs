// One measure of a scenario as a measure of rates, or what keeps it from being one.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Simulation.Vector;

/// <summary>The shape "rate x one drawn amount, from a least amount on, under ceilings of numbers", read off the measure itself.</summary>
internal sealed record RatePart(int Index, MeasureTerms Terms)
{
    /// <summary>What keeps the measure from the shape; empty if it has it.</summary>
    public string Reason { get; private init; } = "";

    public RateMeasure? Measure { get; private init; }

    /// <summary>The ceiling over all measures of one enterprise in yuan, and the measures that draw on it.</summary>
    public long? FirmCap { get; private init; }

    public string FirmCapDrawers { get; private init; } = "";

    internal static RatePart From(ScenarioModel model, Cohort cohort, CohortClaim claim)
    {
        var index = model.Terms.IndexOf(claim.Measure);
        var (compiled, part) = (model.Terms.Compiled[index], new RatePart(index, model.Terms.Measures[index]));
        var measure = compiled.Measure;
        RatePart Refuse(string reason) => part with { Reason = $"{measure.Id}: {reason}" };
        var date = $"{model.Years[0]}-06-30";
        if (!compiled.IsInForce || compiled.IsDraft || string.CompareOrdinal(measure.Validity.From ?? date, date) > 0
                || string.CompareOrdinal(measure.Validity.To ?? date, date) < 0)
            return Refuse("it is not in force");
        if (!IsPlain(measure)) return Refuse("it has a rule beyond rate, threshold and ceilings");
        if (measure.Formula is not Formula.Shares { Parts: [{ Base: Expression.Name { Identifier: var name } } share] }
                || Number(share.Rate, measure) is not { } rate)
            return Refuse("its formula is not a rate of one amount");
        var read = cohort.Attributes.Where(attribute => compiled.SlotOf(attribute.Name) >= 0).ToList();
        if (read is not [{ Draw: AttributeDraw.Amount { Distribution: Lognormal law, Type: AttributeType.Money } drawn }]
                || read[0].Name != name)
            return Refuse("it does not read exactly one drawn lognormal amount");
        if (model.Parameters.Keys.Any(parameter => compiled.SlotOf(parameter) >= 0)) return Refuse("it reads a decision of the authority");
        if (Threshold(measure, name) is not { } least) return Refuse($"its condition is not {name} >= a number");
        var rates = new RateMeasure
        {
            Participation = ((Fixed)claim.TakeUp).Value,
            TakeUp = CrowdDraws.TakeUp(cohort, claim.Measure),
            Base = law,
            BaseDraw = CrowdDraws.Attribute(cohort, name),
            Loading = drawn.Loading,
            Rate = rate,
            MinimumBase = least,
        };
        return (part with { Measure = rates }).WithCeilings(compiled, cohort, model);
    }

    private RatePart WithCeilings(CompiledMeasure compiled, Cohort cohort, ScenarioModel model)
    {
        var (part, own) = (this, new[] { Index });
        var claimed = cohort.Claims.Select(claim => model.Terms.IndexOf(claim.Measure)).ToHashSet();
        for (var place = 0; place < Terms.Caps.Count; place++)
        {
            var cap = Terms.Caps[place];
            if (Number(compiled.Measure.Caps[place].Amount, compiled.Measure) is not { } amount || Whole(amount) is not { } yuan)
                return part with { Reason = $"{Terms.Id}: a ceiling is not a whole number of yuan" };
            if (FactNames.Paid(compiled.Measure.Caps[place].Per) is { } paid && compiled.Defaults[compiled.SlotOf(paid)].Number.Sign != 0)
                return part with { Reason = $"{Terms.Id}: something was paid before" };
            if (!cap.CutsProRata && cap.Drawers.SequenceEqual(own)
                    && cap.Scope is not (CapScope.ProgrammeYear or CapScope.Group or CapScope.Park))
                part = part with { Measure = part.Measure! with { Cap = Math.Min(part.Measure.Cap ?? yuan, yuan) } };
            else if (cap is { CutsProRata: true, Scope: CapScope.ProgrammeYear } && cap.Drawers.SequenceEqual(own)
                    && part.Measure!.Limit is null)
                part = part with { Measure = part.Measure with { Limit = yuan } };
            else if (cap is { CutsProRata: true, Scope: CapScope.EnterpriseYear } && claimed.IsSubsetOf(cap.Drawers)
                    && part.FirmCap is null)
                part = part with { FirmCap = yuan, FirmCapDrawers = string.Join(',', cap.Drawers.Order()) };
            else
                return part with { Reason = $"{Terms.Id}: a ceiling is shared in another way than pro rata over all measures" };
        }

        return part;
    }

    private static bool IsPlain(Measure measure) =>
        measure is
        {
            Effect: LedgerEffect.Award, AmountIsSpecified: true, IsCeiling: false, IsFirstTime: false, Minimum: null, Quota: null,
            Uplift: null, TopUp: null, Priority: null,
            Requires.Count: 0, OnceKeys.Count: 0, PrincipalCaps.Count: 0, Exclusions.Count: 0, Restates.Count: 0,
        }
        && measure.Payers.All(payer => payer.When is null
            && (payer.Share is null || Number(payer.Share, measure) is { } share && (share * 100).Denominator == 1));

    private static long? Threshold(Measure measure, string name) => measure.When switch
    {
        Expression.Literal { Value.Holds: true } => 0,
        Expression.Binary { Operator: Operator.GreaterOrEqual, Left: Expression.Name left } condition when left.Identifier == name
            && Number(condition.Right, measure) is { } least =>
            Whole(least),
        _ => null,
    };

    private static long? Whole(Fraction number) =>
        number.Denominator == 1 && number.Sign >= 0 && number.Numerator < long.MaxValue ? (long)number.Numerator : null;

    private static Fraction? Number(Expression expression, Measure measure) => expression switch
    {
        Expression.Literal { Value: { Kind: ValueKind.Number } value } => value.Number,
        Expression.Name name when measure.Figures.TryGetValue(name.Identifier, out var figure) && figure.Kind == ValueKind.Number =>
            figure.Number,
        _ => null,
    };
}
