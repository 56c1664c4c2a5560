// Improves a choice of options one block at a time.
namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>Makes the least that any row has left as large as changes of single blocks can.</summary>
internal static class OptionDescent
{
    private const int MostSweeps = 20;

    /// <summary>
    /// Changes <paramref name="options"/> [place] for the better; what every choice of it has left at least, lacks of demands first.
    /// </summary>
    public static long Improve(OptionTable table, List<OptionRow> rows, bool[] allowed, int[] options, long asked)
    {
        long[] left = [.. rows.Select(row => row.Left(options, asked))];
        var least = left.Min();
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var before = least;
            for (var place = 0; place < options.Length; place++)
            {
                for (var option = table.First[place]; option < table.First[place + 1]; option++)
                {
                    if (option == options[place] || !allowed[option]) continue;
                    if (LeastWith(rows, left, options[place], option, least) is var better && better <= least) continue;
                    for (var row = 0; row < left.Length; row++) left[row] += rows[row].Amounts[option] - rows[row].Amounts[options[place]];
                    (options[place], least) = (option, better);
                }
            }

            if (least == before) break;
        }

        return least;
    }

    private static long LeastWith(List<OptionRow> rows, long[] left, int from, int to, long enough)
    {
        var least = long.MaxValue;
        for (var row = 0; row < left.Length && least > enough; row++)
            least = Math.Min(least, left[row] + rows[row].Amounts[to] - rows[row].Amounts[from]);
        return least;
    }
}
