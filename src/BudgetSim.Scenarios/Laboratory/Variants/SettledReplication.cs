// One replication of the baseline, settled, with what a variant needs to change only what differs.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Claims with their facts and their awards before the funds' cuts, <c>[claim]</c>.</summary>
internal sealed class SettledReplication
{
    private readonly Dictionary<int, List<int>> _ofEnterprise = [];

    public SettledReplication(Replicate replicate, int number)
    {
        Facts = [];
        Input = replicate.Claims(number, Facts);
        var result = Settle.Claims(Input);
        Awarded = [.. result.Awards.Select(award => award.IsUndetermined ? 0 : award.Yuan)];
        Paid = [.. Awarded];
        Unknown = [.. result.Awards.Select(award => award.IsUndetermined)];
        foreach (var deduction in result.Deductions)
        {
            if (deduction.Stage == DeductionStage.Fund && !Unknown[deduction.Claim]) Awarded[deduction.Claim] += deduction.Yuan;
        }

        for (var position = 0; position < Input.Claims.Count; position++) Of(Input.Claims[position].Keys.Enterprise).Add(position);
    }

    public SettlementInput Input { get; }

    public List<Value[]> Facts { get; }

    /// <summary>Whole yuan before any fund's cut; 0 where undetermined.</summary>
    public long[] Awarded { get; }

    /// <summary>Whole yuan paid; 0 where undetermined.</summary>
    public long[] Paid { get; }

    public bool[] Unknown { get; }

    /// <summary>The claims of every enterprise, in claim order.</summary>
    public IReadOnlyDictionary<int, List<int>> OfEnterprise => _ofEnterprise;

    private List<int> Of(int enterprise)
    {
        if (!_ofEnterprise.TryGetValue(enterprise, out var claims)) _ofEnterprise.Add(enterprise, claims = []);
        return claims;
    }
}
