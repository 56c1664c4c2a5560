// Proves in whole numbers that options cannot be part of a better answer.
namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// Every answer leaves something over in every row, hence also in any mix of the rows. Options with which the mix has nothing left are
/// ruled out; weights are rounded to whole numbers first, and any weights are valid.
/// </summary>
internal sealed class OptionBound(OptionTable table, List<OptionRow> rows)
{
    private const int MostPlaces = 30;
    private const int Bits = 61;

    private readonly long[] _value = new long[table.Options];

    /// <summary>What the mix has left for each option [option] at most.</summary>
    public ReadOnlySpan<long> Left => _value;

    /// <summary>How much less is left for every unit of the objective that is asked for in addition.</summary>
    public long CutWeight { get; private set; }

    /// <summary>
    /// Fills <see cref="Left"/> for the options that are <paramref name="allowed"/>, where the objective <paramref name="asked"/> is asked
    /// for; the most that any choice has left, or null when the weights are too large for 64 bits.
    /// </summary>
    public long? Rate(double[] weights, bool[] allowed, long asked)
    {
        if (Places(weights, asked) is not { } places) return null;
        CutWeight = 0;
        Array.Clear(_value);
        var total = 0L;
        for (var row = 0; row < rows.Count; row++)
        {
            var weight = (long)(weights[row] * (1L << places));
            if (weight == 0) continue;
            total += weight * (rows[row].IsCut ? rows[row].Constant - asked : rows[row].Constant);
            if (rows[row].IsCut) CutWeight += weight;
            var amounts = rows[row].Amounts;
            for (var option = 0; option < amounts.Length; option++) _value[option] += weight * amounts[option];
        }

        return Complete(total, allowed);
    }

    private long Complete(long total, bool[] allowed)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            for (var place = 0; place < table.Blocks; place++)
            {
                var best = long.MinValue;
                for (var option = table.First[place]; option < table.First[place + 1]; option++)
                    if (allowed[option]) best = Math.Max(best, _value[option]);
                if (best == long.MinValue) return -1;
                if (pass == 0) total += best;
                else
                    for (var option = table.First[place]; option < table.First[place + 1]; option++) _value[option] += total - best;
            }
        }

        return total;
    }

    // Binary places of the weights so that no sum leaves 64 bits.
    private int? Places(double[] weights, long asked)
    {
        var most = 1.0;
        for (var row = 0; row < rows.Count; row++)
            most += weights[row]
                * (Math.Abs((double)rows[row].Constant) + (rows[row].IsCut
                    ? Math.Abs((double)asked)
                    : 0) + (2.0 * rows[row].Largest * (table.Blocks + 1)));
        var places = Bits - 1 - (int)Math.Ceiling(Math.Log2(most));
        return places < 0 ? null : Math.Min(places, MostPlaces);
    }
}
