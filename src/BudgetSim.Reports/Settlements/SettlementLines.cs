// Turns a settled payout into explained lines and checks that every line adds up.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Scenarios.Claims;

namespace BudgetSim.Reports.Settlements;

/// <summary>Lines in the order of the file.</summary>
public static class SettlementLines
{
    /// <summary>Every claim of <paramref name="settled"/>.</summary>
    /// <exception cref="InvalidOperationException">A line does not add up: a fault of ours.</exception>
    public static IReadOnlyList<SettlementLine> From(SettledClaims settled)
    {
        var taken = settled.Settled.Result.Deductions.ToLookup(deduction => deduction.Claim);
        var reasons = new DeductionReasons(settled.Settled);
        return [.. Enumerable.Range(0, settled.List.Claims.Count)
            .Select(position => Checked(Line(settled, position, [.. taken[position].Select(reasons.Of)])))];
    }

    private static SettlementLine Line(SettledClaims settled, int position, IReadOnlyList<LineDeduction> deductions)
    {
        var filed = settled.List.Claims[position];
        var entitlement = settled.Settled.Entitlements[position];
        var award = settled.Settled.Result.Awards[position];
        var state = StateOf(entitlement, award);
        var line = new SettlementLine(
            position, filed.Id, settled.List.Places[position].Line, filed.Objects.Enterprise, filed.Measure.Measure, state)
        {
            Award = Money.FromYuan(award.Yuan),
            Deductions = deductions,
            Entitlement = entitlement.IsUndetermined ? null : Money.FloorToYuan(Whole(entitlement)),
            Payers = state == LineState.Paid ? Parts(settled, position, award.Yuan) : [],
        };
        return line with { Why = LineReasons.Of(line, entitlement, settled.Failures, filed) };
    }

    private static LineState StateOf(Entitlement entitlement, Award award) =>
        award.IsUndetermined ? LineState.Undetermined
        : award.Yuan > 0 ? LineState.Paid
        : entitlement.Standing == Standing.Entitled || entitlement.IsUndetermined ? LineState.NothingLeft
        : LineState.NotEligible;

    private static Fraction Whole(Entitlement entitlement) =>
        (entitlement.Principal is { } principal ? principal.Amount * principal.AwardPerYuan : entitlement.Gross) * entitlement.UpliftFactor;

    // To the fen by largest remainder; what no stated share covers stays a part of its own.
    private static IReadOnlyList<LinePayer> Parts(SettledClaims settled, int position, long yuan)
    {
        var terms = settled.Settled.Filing.Terms;
        if (!terms.Measures[terms.IndexOf(settled.List.Claims[position].Measure.Measure.Id)].IsOutlay) return [];
        var payers = settled.Settled.Input.Claims[position].Payers;
        var shares = payers.Select(payer => payer.Share ?? (payers.Count == 1 ? Fraction.One : Fraction.Zero)).ToList();
        var rest = Fraction.One - shares.Aggregate(Fraction.Zero, (sum, share) => sum + share);
        if (rest.Sign < 0)
            throw new InvalidOperationException($"the payer shares of {settled.List.Claims[position].Measure.Measure.Id} exceed 1");
        shares.Add(rest);
        var scale = shares.Aggregate(Int128.One, (common, share) => common * Fraction.Of(share.Denominator, common).Numerator);
        var parts = Money.FromYuan(yuan).SplitBy([.. shares.Select(share => (long)(share * Fraction.Of(scale, 1)).Numerator)]);
        return [.. parts.Select((part, index) => new LinePayer(index < payers.Count ? terms.Payers[payers[index].Payer] : "", part))
            .Where(part => part.Amount.Fen != 0)];
    }

    private static SettlementLine Checked(SettlementLine line)
    {
        if (line.State == LineState.Undetermined || line.Entitlement is not { } entitlement) return line;
        if (entitlement - line.Deducted != line.Award)
            throw new InvalidOperationException($"claim {line.Id}: {entitlement} less {line.Deducted} is not {line.Award}");
        if (line is { IsOutlay: true, State: LineState.Paid }
                && line.Payers.Aggregate(Money.Zero, (sum, part) => sum + part.Amount) != line.Award)
            throw new InvalidOperationException($"claim {line.Id}: the payers' parts do not sum to the award");
        return line;
    }
}
