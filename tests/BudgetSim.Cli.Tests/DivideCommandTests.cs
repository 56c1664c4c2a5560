// divide and round on published tables and on wrong input.
using System.Text.Json;

namespace BudgetSim.Cli.Tests;

public sealed class DivideCommandTests
{
    // Mishna, Ketubot 10:4; Aumann and Maschler 1985.
    [Theory]
    [InlineData("100", "100/3", "100/3", "100/3")]
    [InlineData("200", "50", "75", "75")]
    [InlineData("300", "50", "100", "150")]
    public void Divide_TalmudOnTheMishnasEstates_GivesItsAwards(string estate, string first, string second, string third)
    {
        using var answer = JsonDocument.Parse(
            Commands.Run("divide", "--estate", estate, "--claims", "100,200,300", "--rule", "talmud", "--json").Output);
        Assert.Equal([first, second, third], answer.RootElement.GetProperty("awards").EnumerateArray().Select(award => award.GetString()!));
        Assert.Equal(long.Parse(estate), answer.RootElement.GetProperty("rounded").EnumerateArray().Sum(part => part.GetInt64()));
    }

    [Theory]
    [InlineData("--claims", "100,x", "--claims: error BS425: expected a number, found 'x'")]
    [InlineData("--rule", "talmd", "divide: error BS420: unknown division rule 'talmd'; did you mean 'talmud'?")]
    [InlineData("--estate", "-1", "divide: error BS422: the estate must not be negative, found -1")]
    public void Divide_BadInput_SaysWhatIsWrong(string option, string value, string message)
    {
        var arguments = new Dictionary<string, string> { ["--estate"] = "200", ["--claims"] = "100,200", ["--rule"] = "talmud" };
        arguments[option] = value;
        var printed = Commands.Run(["divide", .. arguments.SelectMany(pair => new[] { pair.Key, pair.Value })]);
        Assert.Equal((1, ""), (printed.Code, printed.Output));
        Assert.StartsWith(message, printed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "总额 200，按 talmud 规则分配", "申报  分得  取整", " 200    75    75")]
    [InlineData("en", "200 divided by the rule talmud", "claim  award  rounded", "  200     75       75")]
    public void Divide_AsATable_IsInOneLanguage(string language, string title, string heads, string row)
    {
        var lines = Commands.Run("divide", "--estate", "200", "--claims", "100,200,300", "--rule", "talmud", "--lang", language).Lines;
        Assert.Equal((title, heads, row), (lines[0], lines[1], lines[4]));
    }

    // Quotas 3, 2/3 and 1/3 of 4: the large remainder; Adams serves everyone first; Jefferson's turns are 9, 9/2, 3 and 9/4.
    [Theory]
    [InlineData("largest-remainder", "3 1 0")]
    [InlineData("adams", "2 1 1")]
    [InlineData("jefferson", "4 0 0")]
    public void Round_FourUnits_FollowsTheMethod(string method, string parts) =>
        Assert.Equal(parts, Commands.Run("round", "--total", "4", "--weights", "9,2,1", "--method", method).Output.Trim());

    [Fact]
    public void Round_FractionalWeights_AreScaled() =>
        Assert.Equal("2 1", Commands.Run("round", "--total", "3", "--weights", "0.5,0.25").Output.Trim());
}
