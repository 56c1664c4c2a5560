// The messages of names and types that do not fit.
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Tests.Entitlements;

public sealed class CompileTests
{
    [Theory]
    [InlineData("is_sem", "f:1:1: error BS103: unknown name 'is_sem'; did you mean 'is_sme'?")]
    [InlineData("money", "f:1:1: error BS102: expected a condition, found a number")]
    [InlineData("money > \"a\"", "f:1:9: error BS102: expected a number, found a text or date")]
    [InlineData("is_sme + 1 > 0", "f:1:1: error BS102: expected a number, found a condition")]
    [InlineData(
        "grade == \"provence\"", "f:1:10: error BS104: 'grade' has no value 'provence'; it takes province, city; did you mean 'province'?")]
    [InlineData("grade in [\"city\", \"town\"]", "f:1:19: error BS104: 'grade' has no value 'town'; it takes province, city")]
    [InlineData("not money", "f:1:5: error BS102: expected a condition, found a number")]
    public void When_ThatDoesNotFit_SaysWhatWasExpected(string when, string message) =>
        Assert.Equal(message, Assert.Single(Rules.FaultsOf(Rules.Grant with { When = Rules.Parse(when) })).ToString());

    [Fact]
    public void Requires_UnknownFact_IsNamedWithTheNearest() => Assert.Equal(
        "f:1:1: error BS105: doc/m reads 'mony', which the vocabulary does not have; did you mean 'money'?",
        Assert.Single(Rules.FaultsOf(Rules.Grant with { Requires = ["mony"] })).ToString());

    [Fact]
    public void OnceKey_ThatIsNoObjectAndNoFact_IsAFault() =>
        Assert.Equal("BS105", Assert.Single(Rules.FaultsOf(Rules.Grant with { OnceKeys = ["enterprize"] })).Code);

    [Fact]
    public void Formula_ThatIsACondition_IsAFault() =>
        Assert.Equal("BS102", Assert.Single(Rules.FaultsOf(Rules.Grant with { Formula = new Formula.Stated(Rules.Parse("is_sme")) })).Code);
}
