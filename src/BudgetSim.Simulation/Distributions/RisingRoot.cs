// Solves f(x) = target for a rising f.
namespace BudgetSim.Simulation.Distributions;

/// <summary>Bisection with Newton steps where they stay inside the bracket.</summary>
internal static class RisingRoot
{
    /// <summary>x in [low, high] with <paramref name="f"/>(x) nearest <paramref name="target"/>; <paramref name="slope"/> is f'.</summary>
    internal static double Find(Func<double, double> f, Func<double, double> slope, double target, double low, double high, double start)
    {
        var x = start;
        for (var step = 0; step < 200; step++)
        {
            var gap = f(x) - target;
            if (gap == 0) return x;
            if (gap > 0) high = x;
            else low = x;
            var newton = x - (gap / slope(x));
            var next = newton > low && newton < high ? newton : 0.5 * (low + high);
            if (Math.Abs(next - x) <= 1e-15 * Math.Abs(x)) return next;
            x = next;
        }

        return x;
    }
}
