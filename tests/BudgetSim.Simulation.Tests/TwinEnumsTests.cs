// The words of the policy and of the settlement that are cast into one another mean the same.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Simulation.Tests;

public sealed class TwinEnumsTests
{
    [Theory]
    [InlineData(typeof(Policy.Measures.CapScope), typeof(CapScope))]
    [InlineData(typeof(Policy.Measures.Keep), typeof(Keep))]
    [InlineData(typeof(Policy.Library.LaneSetting), typeof(LaneChoiceRule))]
    public void Names_OfTheSameNumber_AreTheSame(Type ofPolicy, Type ofSettlement) => Assert.Equal(Numbered(ofPolicy), Numbered(ofSettlement));

    // Project keys are looked up by name, so a name of the policy must be one of the settlement.
    [Fact]
    public void ExclusionKeys_OfThePolicy_AreKnownToTheSettlement() =>
        Assert.Empty(Enum.GetNames<Policy.Measures.ExclusionKey>().Except(Enum.GetNames<ExclusionKey>()));

    private static IEnumerable<(int Number, string Name)> Numbered(Type type) => Enum.GetValuesAsUnderlyingType(type).Cast<int>().Select(number => (number, Enum.GetName(type, number)!));
}
