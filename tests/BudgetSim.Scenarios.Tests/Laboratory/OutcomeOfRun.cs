// The figures of a variant from a whole run of its own: what the quicker ways must give too.
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Tests.Laboratory;

internal static class OutcomeOfRun
{
    public static VariantOutcome From(Forecast forecast, long enterprises)
    {
        var outlay = forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length));
        var funds = forecast.Model.Funds
            .SelectMany(money => (money.Year is { } year ? [year] : forecast.Model.Years)
                .Select(each => FundYear.Of(forecast, money.Fund, each)))
            .OfType<FundYear>();
        return new VariantOutcome(forecast.Finished, outlay, [.. funds.Select(fund => Of(fund, forecast.Finished))], enterprises)
        {
            InPairs = forecast.InPairs,
        };
    }

    private static VariantFund Of(FundYear fund, int finished) =>
        new(fund.Id, fund.Year, fund.Appropriation, fund.Demand, fund.Paid)
        {
            CarriedIn = fund.Carried?.CarriedIn[..finished],
            MoneyIn = fund.Carried?.MoneyIn[..finished],
        };
}
