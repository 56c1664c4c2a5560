// Reads the peer's four columns and rounds money to whole fen once.
using System.Runtime.InteropServices;
using BudgetSim.Policy.Columns;

namespace BudgetSim.Benchmarks.Rules;

/// <summary>The columns of <c>soa.f64</c>: investment, loan principal, months, cloud fee.</summary>
internal static class PeerColumns
{
    public static IReadOnlyList<FactColumn> Read(string path)
    {
        var numbers = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray();
        var length = numbers.Length / 4;
        double[] Column(int place, long scale) =>
            [.. numbers.AsSpan(place * length, length).ToArray().Select(number => Math.Round(number * scale))];
        return
        [
            FactColumn.Of("investment", Column(0, ColumnShape.FenPerYuan), ColumnShape.FenPerYuan),
            FactColumn.Of("loan_principal", Column(1, ColumnShape.FenPerYuan), ColumnShape.FenPerYuan),
            FactColumn.Of("loan_months", Column(2, 1)),
            FactColumn.Of("cloud_fee", Column(3, ColumnShape.FenPerYuan), ColumnShape.FenPerYuan),
        ];
    }
}
