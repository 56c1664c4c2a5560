// What the figures of a sheet's columns have in common: how many decimals they show, and how wide the widest is.
using System.Globalization;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Workbooks;

/// <summary>
/// One column: with two decimals as soon as one of its figures has some, and the width of the widest in half-width characters.
/// </summary>
internal readonly record struct SheetFigures(bool HasDecimals, int Widest)
{
    private const decimal MostPercent = 1e15m;

    /// <summary>Every column of the table, [column]; all rows are looked at, since one that does not fit is shown as ####.</summary>
    public static SheetFigures[] Of(ReportTable table)
    {
        var spans = table.Columns.Select(_ => new Span()).ToArray();
        foreach (var (cells, _) in table.CheckedRows())
        {
            for (var i = 0; i < cells.Count; i++) spans[i].Take(cells[i], table.Unit);
        }

        return [.. spans.Select(span => span.Figures())];
    }

    private sealed class Span
    {
        private decimal _least, _most;
        private bool _any, _hasDecimals;
        private int _marks;

        public void Take(Cell cell, MoneyUnit unit)
        {
            switch (cell)
            {
                case YuanCell yuan:
                    Take(unit.InUnits(yuan.Amount), unit != MoneyUnit.Yuan || yuan.Amount.Fen % 100 != 0, yuan.IsLowerBound ? 2 : 0);
                    break;
                case CountCell count: Take(count.Number, !decimal.IsInteger(count.Number), 0); break;
                case RatioCell { Value: var ratio } when Math.Abs(ratio) < (double)MostPercent: Take((decimal)ratio * 100, true, 1); break;
                case ProbabilityCell probability: Take((decimal)probability.Value * 100, true, 1); break;
                default: break;
            }
        }

        public SheetFigures Figures() => _any ? new SheetFigures(_hasDecimals, Math.Max(Width(_least), Width(_most)) + _marks) : default;

        private void Take(decimal number, bool hasDecimals, int marks)
        {
            (_least, _most) = _any ? (Math.Min(_least, number), Math.Max(_most, number)) : (number, number);
            (_any, _hasDecimals, _marks) = (true, _hasDecimals || hasDecimals, Math.Max(_marks, marks));
        }

        private int Width(decimal number) => number.ToString(_hasDecimals ? "#,##0.00" : "#,##0", CultureInfo.InvariantCulture).Length;
    }
}
