// The words are complete in both languages, and the scripts use only words that there are.
using System.Text.RegularExpressions;
using BudgetSim.Reports.Html;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

public sealed class WordingTests
{
    [Fact]
    public void EveryKey_HasBothLanguages() =>
        Assert.DoesNotContain(Wording.Keys, key => Wording.Of(key).Zh.Length == 0 || Wording.Of(key).En.Length == 0);

    [Fact]
    public void EveryKey_IsReallyTranslated() =>
        Assert.DoesNotContain(
            Wording.Keys, key => Wording.Of(key).Zh == Wording.Of(key).En && !Regex.IsMatch(Wording.Of(key).En, "^P[0-9]+$"));

    [Fact]
    public void DrawingScripts_AskOnlyForKnownWords()
    {
        var asked = Regex.Matches(PageScript.Drawing, @"word\('([a-z0-9-]+)'\)").Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(asked.Count > 20);
        Assert.Empty(asked.Except(Wording.Keys));
    }
}
