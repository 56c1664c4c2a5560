// Writes a cell as a reader of the page sees it.
namespace BudgetSim.Reports.Values;

/// <summary>The visible form of cells; the exact value stays beside it in every output.</summary>
public static class CellText
{
    /// <summary>The cell in one language, money in <paramref name="unit"/>.</summary>
    public static string Of(Cell cell, MoneyUnit unit, Language language) => cell switch
    {
        TextCell text => text.Value.In(language),
        YuanCell { IsLowerBound: true } yuan => "≥ " + unit.Format(yuan.Amount),
        YuanCell yuan => unit.Format(yuan.Amount),
        CountCell count => Figures.Count(count.Number),
        RatioCell ratio => Figures.Percent(ratio.Value),
        ProbabilityCell probability => Figures.Percent(probability.Value),
        DateCell date => Figures.Date(date.Value),
        MissingCell missing => missing.Why.In(language),
        _ => throw new InvalidOperationException(cell.GetType().Name),
    };
}
