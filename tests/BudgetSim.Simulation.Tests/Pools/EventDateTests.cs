// Days of the year on which subjects come up.
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Simulation.Tests.Pools;

public sealed class EventDateTests
{
    [Theory]
    [InlineData(2026, 0.0001, "2026-01-01")]
    [InlineData(2026, 0.4999, "2026-01-31")]
    [InlineData(2026, 0.5001, "2026-02-28")]
    [InlineData(2028, 0.9999, "2028-02-29")]
    public void Draw_OfASpanAndADay_FollowsTheWeights(int year, double uniform, string expected)
    {
        var date = new EventDate([new DaySpan(101, 131, 0.5), new DaySpan(229, 229, 0.5)]);
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), date.Draw(year, uniform));
    }

    [Theory]
    [InlineData(0.09, 5)]
    [InlineData(0.29, 7)]
    [InlineData(0.3, -1)]
    public void Membership_OfAShare_LeavesTheRestAlone(double uniform, int expected) =>
        Assert.Equal(expected, new Membership(3, 0.3, 5).Draw(uniform));
}
