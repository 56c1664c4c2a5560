// The lists of the library.
using System.Text.Json;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class ListCommandsTests
{
    private static List<JsonElement> Elements(params string[] arguments) =>
        [.. JsonDocument.Parse(Commands.Run([.. arguments, "--json"]).Output).RootElement.EnumerateArray()];

    [Fact]
    public void Policies_OfTheLibrary_ShowTheDraftAndTheNumber()
    {
        var policies = Elements("policies").ToDictionary(policy => policy.GetProperty("id").GetString()!);
        Assert.Equal(5, policies.Count);
        Assert.Equal("draft", policies["sanming-gradient-2022"].GetProperty("status").GetString());
        Assert.Equal("榕政办规〔2026〕5号", policies["fuzhou-2026-5"].GetProperty("number").GetString());
    }

    [Fact]
    public void Policies_Clauses_AreTheRowsOfTheirFiles()
    {
        foreach (var policy in Elements("policies"))
        {
            var rows = File.ReadLines(Repository.PathTo("seeds", policy.GetProperty("id").GetString()!, "articles.csv"))
                .Count(line => line.StartsWith(policy.GetProperty("id").GetString() + "/", StringComparison.Ordinal));
            Assert.Equal(rows, policy.GetProperty("clauses").GetInt32());
        }
    }

    [Fact]
    public void Measures_OfOneDocument_ListsOnlyItsOwn()
    {
        var measures = Elements("measures", "--doc", "sanming-2025-39");
        Assert.NotEmpty(measures);
        Assert.All(measures, measure => Assert.Equal("sanming-2025-39", measure.GetProperty("document").GetString()));
    }

    [Fact]
    public void Measures_UnknownDocument_NamesTheNearest()
    {
        var printed = Commands.Run("measures", "--doc", "sanming-2025-38");
        Assert.Equal(1, printed.Code);
        Assert.Contains("did you mean 'sanming-2025-39'?", printed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Measures_AsATable_HasOneLineEach()
    {
        var lines = Commands.Run("measures", "--doc", "sanming-2025-39", "--lang", "en").Lines;
        Assert.StartsWith("id", lines[0], StringComparison.Ordinal);
        Assert.Equal(Elements("measures", "--doc", "sanming-2025-39").Count + 2, lines.Count);
    }

    [Theory]
    [InlineData("CAP_PERIOD", true)]
    [InlineData("ROUNDING", false)]
    public void Readings_EachSaysWhetherItWorks(string code, bool works)
    {
        var reading = Elements("measures", "--readings").Single(reading => reading.GetProperty("code").GetString() == code);
        Assert.Equal(works, reading.GetProperty("switch").GetBoolean());
    }

    [Fact]
    public void Readings_OfOneDocument_HaveTheirMeasure() =>
        Assert.Contains(
            Elements("measures", "--readings", "--doc", "fuzhou-2026-5"),
            reading => reading.GetProperty("measure").GetString() == "fuzhou-2026-5/a3.1");

    // Every working option of every reading can be chosen, and every other one is refused in words.
    [Fact]
    [Trait("Category", "Slow")]
    public void Readings_ThatWork_CanBeChosen()
    {
        foreach (var reading in Elements("measures", "--readings"))
        {
            var code = reading.GetProperty("code").GetString();
            foreach (var option in reading.GetProperty("working_options").EnumerateArray())
                Assert.Equal(0, Commands.Run("evaluate", "fuzhou-2026-5/a3.1", "--reading", $"{code}={option.GetString()}").Code);
        }
    }

    [Fact]
    public void Vocabulary_AsJson_HasTypesAndBothLanguages()
    {
        var attribute = Elements("vocabulary").Single(attribute => attribute.GetProperty("name").GetString() == "already_paid");
        Assert.Equal("bool", attribute.GetProperty("type").GetString());
        Assert.StartsWith("历史", attribute.GetProperty("meaning").GetProperty("zh").GetString(), StringComparison.Ordinal);
    }
}
