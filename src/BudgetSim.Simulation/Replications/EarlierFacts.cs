// Puts what was paid before the scenario into the facts of the claims of one measure.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// What a roster or the pool states itself (<c>paid_lifetime</c>, <c>already_paid</c>, …) holds in place of the payments. Answers are kept:
/// whoever stands in no roster was paid nothing, and the others come up again in every replication.
/// </summary>
internal sealed class EarlierFacts
{
    private const int NotNamed = int.MaxValue;

    private readonly EarlierPayments _payments;
    private readonly NamedObjects _named;
    private readonly CompiledMeasure _measure;
    private readonly int _index;
    private readonly HashSet<string> _stated;
    private readonly Dictionary<(ClaimKeys Keys, int Year, string Words), (int Slot, Value Value, bool IsStated)[]> _known = [];

    public EarlierFacts(ScenarioModel model, int measure, IEnumerable<string> stated)
    {
        (_payments, _named) = (model.Pool.Earlier!.Under(model.Terms), model.Pool.Named);
        (_measure, _index, _stated) = (model.Terms.Compiled[measure], measure, [.. stated]);
    }

    /// <summary>Fills the history facts of a claim whose other facts stand in <paramref name="frame"/>.</summary>
    public void Tell(in ClaimKeys keys, int year, Value[] frame)
    {
        var named = new ClaimKeys(
            Named(keys.Enterprise, _named.Enterprises),
            Object(keys.Project),
            Object(keys.Loan),
            Object(keys.Item),
            Object(keys.Event),
            -1,
            Named(keys.Park, _named.Parks));
        var key = (named, year, _measure.OnceAttributes(frame));
        if (!_known.TryGetValue(key, out var facts)) _known.Add(key, facts = Facts(named, year, frame));
        foreach (var (slot, value, isStated) in facts)
        {
            if (!isStated || frame[slot].IsNull) frame[slot] = value;
        }
    }

    private (int, Value, bool)[] Facts(ClaimKeys keys, int year, Value[] frame) =>
        [.. _payments.FactsOf(_index, keys, year, frame)
            .Select(fact => (_measure.SlotOf(fact.Name), fact.Value, _stated.Contains(fact.Name)))
            .Where(fact => fact.Item1 >= 0)];

    private int Object(int number) => Named(number, _named.Objects);

    private static int Named(int number, int count) => number < count ? number : NotNamed;
}
