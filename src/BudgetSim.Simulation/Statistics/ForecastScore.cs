// How good forecasts were once the truth is known.
namespace BudgetSim.Simulation.Statistics;

/// <summary>Scores of quantile forecasts against what happened.</summary>
public static class ForecastScore
{
    /// <summary>
    /// The pinball loss of saying that <paramref name="forecast"/> is the quantile of <paramref name="probability"/>; 0 is perfect.
    /// </summary>
    public static double Pinball(double probability, double forecast, double actual) =>
        actual >= forecast ? probability * (actual - forecast) : (1 - probability) * (forecast - actual);

    /// <summary>The share of <paramref name="bands"/> that cover what happened, with Wilson's interval.</summary>
    public static Proportion Coverage(IReadOnlyList<(Interval Band, double Actual)> bands, double confidence) =>
        Proportion.Of(bands.Count(pair => pair.Band.Covers(pair.Actual)), bands.Count, confidence);
}
