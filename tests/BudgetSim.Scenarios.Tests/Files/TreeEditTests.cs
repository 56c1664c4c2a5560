// Reforms replace parts of a tree by path and leave the baseline as it was.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class TreeEditTests
{
    private const string Text = "measures:\n  - id: a1\n    caps:\n      - { amount: 3, per: year }\n  - id: a2\n    rate: 3%\n";

    private static readonly DataNode Root = YamlFile.Read(new SourceText("p.yaml", Text)).Value!;
    private static readonly ScalarNode New = new(new Place("r.yaml", 3, 9), "5", ScalarForm.Plain);

    [Theory]
    [InlineData("measures/a1/caps/0/amount")]
    [InlineData("measures/0/caps/0/amount")]
    [InlineData("measures/a2/rate")]
    [InlineData("measures/a2")]
    public void Set_KnownPath_ChangesThatNodeOnly(string path)
    {
        var edited = Root.Set(At(path), New).Value!;
        Assert.Same(New, edited.Find(path == "measures/a2" ? At("measures/1") : At(path)).Value);
        Assert.DoesNotContain("= 5,", Root.Find(At(path)).Value!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Set_OneMeasure_SharesTheOthers() =>
        Assert.Same(Root.Find(At("measures/a1")).Value, Root.Set(At("measures/a2/rate"), New).Value!.Find(At("measures/a1")).Value);

    [Theory]
    [InlineData(
        "measures/a2/rat/x",
        "r.yaml:2:5: error BS038: unknown path 'measures/a2/rat/x': 'measures/a2' (a mapping) has no 'rat'; did you mean 'rate'?")]
    [InlineData(
        "measures/a1/caps/1/amount",
        "r.yaml:2:5: error BS038: unknown path 'measures/a1/caps/1/amount': 'measures/a1/caps' (a list of 1) has no '1'; did you mean '0'?")]
    [InlineData(
        "measures/a2/rate/x",
        "r.yaml:2:5: error BS038: unknown path 'measures/a2/rate/x': 'measures/a2/rate' ('3%') has no 'x'; the path is too long")]
    [InlineData("funds/x", "r.yaml:2:5: error BS038: unknown path 'funds/x': the document has no 'funds'; known there: measures")]
    public void Set_UnknownPath_NamesTheNearestPart(string path, string message) =>
        Assert.Equal(message, Assert.Single(Root.Set(At(path), New).Diagnostics).ToString());

    [Fact]
    public void Set_NewKey_IsAddedWithItsOwnPlace()
    {
        var edited = Root.Set(At("measures/a2/once"), New).Value!;
        Assert.Same(New, edited.Find(At("measures/a2/once")).Value);
    }

    // An id of digits only is new although the list has an element at that position.
    [Theory]
    [InlineData("a3")]
    [InlineData("1")]
    public void Set_MappingOfANewId_IsTheLastElement(string id)
    {
        var value = new MappingNode(New.Where, [new DataEntry("id", New.Where, New with { Text = id })]);
        var edited = Root.Set(At($"measures/{id}"), value).Value!;
        Assert.Same(value, edited.Find(At("measures/2")).Value);
        Assert.Same(Root.Find(At("measures/a2")).Value, edited.Find(At("measures/a2")).Value);
        Assert.False(Root.Set(At("measures/a4"), value).Succeeded);
    }

    private static DataPath At(string path) => new DataPath(path.Split('/'), new Place("r.yaml", 2, 5));
}
