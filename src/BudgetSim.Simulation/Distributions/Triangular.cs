// The triangular distribution of least, likeliest and greatest value.
namespace BudgetSim.Simulation.Distributions;

/// <summary>
/// Density rising from <paramref name="Low"/> to <paramref name="Mode"/> and falling to <paramref name="High"/>; Low &lt;= Mode &lt;= High,
/// Low &lt; High.
/// </summary>
public sealed record Triangular(double Low, double Mode, double High) : Distribution
{
    private double Range => High - Low;

    private double Rising => Mode - Low;

    private double Falling => High - Mode;

    /// <inheritdoc/>
    public override double Mean => (Low + Mode + High) / 3;

    /// <inheritdoc/>
    public override double Variance => ((Range * Range) - (Rising * Falling)) / 18;

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability * Range < Rising
        ? Low + Math.Sqrt(probability * Range * Rising)
        : High - Math.Sqrt((1 - probability) * Range * Falling);

    /// <inheritdoc/>
    public override double Cumulative(double value)
    {
        if (value <= Low) return 0;
        if (value >= High) return 1;
        return value < Mode
            ? (value - Low) * (value - Low) / (Range * Rising)
            : 1 - ((High - value) * (High - value) / (Range * Falling));
    }
}
