// Numbers as people write them are read exactly.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Core.Tests;

public sealed class QuantityTextTests
{
    [Theory]
    [InlineData("500万", "5000000")]
    [InlineData("1.2亿元", "120000000")]
    [InlineData("3%", "3/100")]
    [InlineData("5‰", "1/200")]
    [InlineData("1,200.50", "2401/2")]
    [InlineData("３５万", "350000")]
    [InlineData("１，２００．５", "2401/2")]
    [InlineData("　５％　", "1/20")]
    [InlineData("1/3", "1/3")]
    [InlineData("-0.03", "-3/100")]
    public void Text_AsPeopleWriteIt_IsExact(string text, string expected)
    {
        Assert.True(QuantityText.TryParse(text, out var value));
        Assert.Equal(expected, value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("万")]
    [InlineData("1,20")]
    [InlineData("1.200,50")]
    [InlineData("1.")]
    [InlineData("1e5")]
    [InlineData("12abc")]
    [InlineData("1/0")]
    [InlineData("99999999999999999999999999亿亿亿")]
    public void Text_ThatIsNoNumber_IsRefused(string text) => Assert.False(QuantityText.TryParse(text, out _));

    [Theory]
    [InlineData("0", "0 yuan")]
    [InlineData("1234.5", "1,234.5 yuan")]
    [InlineData("-50000", "-50,000 yuan")]
    [InlineData("123456789", "123,456,789 yuan")]
    [InlineData("10000/3", "≈3,333.3333 yuan")]
    [InlineData("-10000/3", "≈-3,333.3333 yuan")]
    public void Yuan_InEnglish_IsWrittenInGroupedDigits(string number, string expected)
    {
        Assert.True(QuantityText.TryParse(number, out var value));
        Assert.Equal(expected, QuantityText.FormatYuanInEnglish(value));
    }

    [Theory]
    [InlineData("1234.5", "1,234.5元")]
    [InlineData("50000", "5万元")]
    [InlineData("25000000", "2,500万元")]
    [InlineData("125000000", "1.25亿元")]
    [InlineData("944870", "944,870元")]
    [InlineData("-944870", "-944,870元")]
    [InlineData("123456789", "123,456,789元")]
    [InlineData("10000/3", "≈3,333.3333元")]
    public void Yuan_Formatted_UsesWanAndYiWhereTheySayItExactly(string number, string expected)
    {
        Assert.True(QuantityText.TryParse(number, out var value));
        Assert.Equal(expected, QuantityText.FormatYuan(value));
    }
}
