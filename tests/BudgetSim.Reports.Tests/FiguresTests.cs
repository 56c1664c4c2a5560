// Numbers take the noun that goes with them.
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0 claims")]
    [InlineData(1, "1 claim")]
    [InlineData(1.5, "1.5 claims")]
    [InlineData(10_000, "10,000 claims")]
    public void Counted_IsOneOrMany(double number, string expected) => Assert.Equal(expected, Figures.Counted((decimal)number, "claim"));
}
