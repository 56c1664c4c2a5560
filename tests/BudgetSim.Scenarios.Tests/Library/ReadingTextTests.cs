// Every point that the wording leaves open, and every option, is said in both languages.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Library;

public sealed class ReadingTextTests
{
    [Fact]
    public void PointsAndOptions_OfTheLibrary_AreInBothLanguages()
    {
        var readings = ReadingCatalogue.Read(Repository.PathTo("seeds"));
        Assert.True(readings.Succeeded);
        Assert.True(readings.Value.Count > 400);
        var texts = readings.Value.SelectMany(reading => reading.Options
            .Select(option => ($"{reading.Code} option {option.Key}", option.Value))
            .Append(($"{reading.Code} point", reading.Point)));
        Assert.DoesNotContain(texts, text => !IsInBoth(text.Item2));
    }

    // A bare figure such as 50/50 is the same in both.
    private static bool IsInBoth(Bilingual text) =>
        text.En.Trim().Length > 0 && text.Zh.Trim().Length > 0
            && (text.Zh.Any(sign => sign is >= '一' and <= '鿿') || !text.En.Any(char.IsAsciiLetter));
}
