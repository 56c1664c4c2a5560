// Four steps that the commands repeat most, each alone.
using BenchmarkDotNet.Attributes;
using BudgetSim.Allocation.Division;
using BudgetSim.Allocation.Rounding;
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Benchmarks.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Benchmarks.Micro;

/// <summary>Time and memory of one settlement, one rule, one rounding and one division.</summary>
[MemoryDiagnoser]
public class Steps
{
    private const int Claims = 10_000, Weights = 10_000, Claimants = 1_000;
    private readonly SettlementInput _year = YearOfClaims.Of(Claims);

    // 1, 7919, 15837 ... modulo 10007, a prime: every weight is another one.
    private readonly long[] _weights = [.. Enumerable.Range(0, Weights).Select(index => 1 + (index * 7919L % 10_007))];

    // 1 to 1,000 yuan; the estate is three quarters of the sum 500,500, so that both halves of the rule work.
    private readonly Fraction[] _claims = [.. Enumerable.Range(1, Claimants).Select(claim => Fraction.Of(claim, 1))];
    private readonly Fraction _estate = Fraction.Of(375_375, 1);
    private CompiledMeasure _interest = null!;
    private Value[] _facts = [];

    /// <summary>Reads the interest subsidy: 2 % a year of 10 million yuan for 12 months are 200,000 yuan.</summary>
    [GlobalSetup]
    public void ReadTheRule()
    {
        var library = PolicyFolder.Read(Path.Combine(AppContext.BaseDirectory, "library"));
        _interest = library.Value!.Measures.Single(measure => measure.Measure.Id == "three-rules/r2");
        _facts = _interest.Frame(new Dictionary<string, Value>
        {
            ["loan_principal"] = Value.Of(10_000_000L),
            ["loan_months"] = Value.Of(12L),
        });
        if (OneRule().Gross != 200_000) throw new InvalidOperationException($"the rule gives {OneRule().Gross} yuan");
    }

    /// <summary>A year's claims with lanes, shared ceilings, loans and three funds that are too small.</summary>
    [Benchmark(Description = "settlement of 10,000 claims")]
    public SettlementResult Settlement() => Settle.Claims(_year);

    /// <summary>From facts to an entitlement, exact, as `evaluate` does it.</summary>
    [Benchmark(Description = "one rule for one loan")]
    public Entitlement OneRule() => Entitle.FromFacts(_interest, _facts);

    /// <summary>A million fen, so that nearly every weight has a remainder.</summary>
    [Benchmark(Description = "largest remainder, 10,000 weights")]
    public long[] Rounding() => LargestRemainder.Apportion(1_000_000, _weights);

    /// <summary>Exact awards before rounding.</summary>
    [Benchmark(Description = "Talmud division of 1,000 claims")]
    public IReadOnlyList<Fraction> Division() => Talmud.Divide(_estate, _claims);
}
