// What a payment was worth in past years, with the doubt that few payments leave.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Histories;

/// <summary>A closed list of shapes that past amounts have.</summary>
public abstract record AmountFit
{
    private const int MostSteps = 8, PaymentsAStep = 3;

    /// <summary>
    /// The fit of one measure's payments: a few amounts again and again are steps; sums of several claims say only the yearly mean;
    /// anything else is lognormal, with a share at the <paramref name="ceiling"/> if there is one.
    /// </summary>
    public static AmountFit From(IReadOnlyList<Payment> payments, Fraction? ceiling)
    {
        ArgumentNullException.ThrowIfNull(payments);
        if (payments.Any(payment => payment.Claims > 1)) return YearlyMeans.Fit(payments);
        var steps = payments.GroupBy(payment => payment.Yuan).OrderBy(step => step.Key).Select(step => (step.Key, step.Count())).ToList();
        return steps.Count <= MostSteps && payments.Count >= PaymentsAStep * steps.Count
            ? new AmountSteps(steps)
            : LognormalAmounts.Fit(payments, ceiling);
    }

    /// <summary>Parameters drawn from the posterior.</summary>
    public abstract DrawnAmounts Draw(RandomStream stream);
}

/// <summary>One draw of the parameters: from random numbers to an amount in yuan, at least 0.</summary>
/// <param name="claim">The claim's own stream.</param>
/// <param name="year">The budget year.</param>
public delegate Fraction DrawnAmounts(RandomStream claim, int year);

/// <summary>Amounts that occur again and again, with how often; their shares have a Dirichlet posterior.</summary>
public sealed record AmountSteps(IReadOnlyList<(Fraction Yuan, int Times)> Steps) : AmountFit
{
    /// <inheritdoc/>
    public override DrawnAmounts Draw(RandomStream stream)
    {
        double[] weights = [.. Steps.Select((step, index) => HalfGamma.Draw(stream.Child(index + 1), 2 * step.Times))];
        var total = weights.Sum();
        return (claim, _) =>
        {
            var left = claim.Uniform(0) * total;
            var step = 0;
            while (step < weights.Length - 1 && left >= weights[step]) left -= weights[step++];
            return Steps[step].Yuan;
        };
    }
}
