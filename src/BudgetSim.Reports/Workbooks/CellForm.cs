// How the cells of one column are to look.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Workbooks;

/// <summary>Unit and language of a cell, whether its column shows decimals, and whether it stands in the row of totals.</summary>
internal readonly record struct CellForm(MoneyUnit Unit, Language Language, bool HasDecimals, bool IsTotal)
{
    /// <summary>The style of a number; all of a column show as many decimals.</summary>
    public CellStyle Number(bool isLowerBound) => (isLowerBound, HasDecimals, IsTotal) switch
    {
        (true, true, false) => CellStyle.AtLeast,
        (true, true, true) => CellStyle.TotalAtLeast,
        (true, false, false) => CellStyle.AtLeastWhole,
        (true, false, true) => CellStyle.TotalAtLeastWhole,
        (false, true, false) => CellStyle.Cents,
        (false, true, true) => CellStyle.TotalCents,
        (false, false, false) => CellStyle.Whole,
        (false, false, true) => CellStyle.TotalWhole,
    };
}
