// What was uncertain in each replication, so that its part in the variance of the outlay can be told.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>The kinds of uncertain inputs.</summary>
public enum InputKind
{
    /// <summary>A common factor, summed over the years.</summary>
    Factor,

    /// <summary>How many claims are filed under a measure.</summary>
    Count,

    /// <summary>The take-up of a measure where it is uncertain.</summary>
    TakeUp,

    /// <summary>The approval of a measure where it is uncertain.</summary>
    Approval,

    /// <summary>The payout ratio where it is uncertain.</summary>
    Payout,

    /// <summary>The mean award of a measure's claims before any fund's cut.</summary>
    Amount,
}

/// <summary>One uncertain input: <paramref name="Id"/> is a factor or a measure; one value per finished replication.</summary>
public sealed record InputDriver(InputKind Kind, string Id, double[] Values);

/// <summary>
/// Factors and shares are drawn again (a draw is a function of its place); counts and amounts are read from the forecast.
/// </summary>
public static class InputDrivers
{
    /// <summary>Every input that differs between the replications of a forecast.</summary>
    public static IReadOnlyList<InputDriver> Of(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return [.. Factors(forecast).Concat(Shares(forecast))
            .Concat(Measures(forecast))
            .Where(driver => driver.Values.AsSpan().ContainsAnyExcept(driver.Values.FirstOrDefault()))];
    }

    private static IEnumerable<InputDriver> Factors(Forecast forecast)
    {
        var (model, factors) = (forecast.Model, forecast.Model.Pool.Factors);
        return factors.Select((name, factor) => new InputDriver(InputKind.Factor, name, [.. Enumerable.Range(0, forecast.Finished)
            .Select(number => Enumerable.Range(0, model.Years.Count)
                .Sum(year => FactorDraws.Normal(model.Seed, number, (year * factors.Count) + factor, model.Sampling)))]));
    }

    private static IEnumerable<InputDriver> Shares(Forecast forecast)
    {
        var replicate = new Replicate(forecast.Model);
        var drawn = new Dictionary<(string, ReplicationShare), double[]>();
        for (var number = 0; number < forecast.Finished; number++)
        {
            foreach (var (measure, kind, share) in replicate.Shares(number))
            {
                if (!drawn.TryGetValue((measure, kind), out var values)) drawn.Add((measure, kind), values = new double[forecast.Finished]);
                values[number] = share;
            }
        }

        return drawn.Select(pair => new InputDriver(KindOf(pair.Key.Item2), pair.Key.Item1, pair.Value));
    }

    private static IEnumerable<InputDriver> Measures(Forecast forecast)
    {
        for (var measure = 0; measure < forecast.Model.Terms.Measures.Count; measure++)
        {
            var claims = forecast.MeasureClaims[measure];
            var demand = forecast.SumOf(forecast.Demand, Enumerable.Range(forecast.Line(measure, 0), forecast.Model.Years.Count));
            if (!demand.AsSpan().ContainsAnyExcept(0)) continue;
            var id = forecast.Model.Terms.Measures[measure].Id;
            yield return new InputDriver(InputKind.Count, id, [.. claims.Take(forecast.Finished).Select(count => (double)count)]);
            yield return new InputDriver(
                InputKind.Amount, id, [.. demand.Select((yuan, number) => claims[number] == 0 ? 0 : (double)yuan / claims[number])]);
        }
    }

    private static InputKind KindOf(ReplicationShare share) => share switch
    {
        ReplicationShare.TakeUp => InputKind.TakeUp,
        ReplicationShare.Approval => InputKind.Approval,
        _ => InputKind.Payout,
    };
}
