// The schemas on the command line.
using System.Text.Json;

namespace BudgetSim.Cli.Tests;

public sealed class SchemaCommandTests
{
    [Theory]
    [InlineData("policy", "measures")]
    [InlineData("scenario", "policies")]
    [InlineData("pool", "cohorts")]
    [InlineData("reform", "changes")]
    [InlineData("vocabulary", "attributes")]
    [InlineData("cases", "inputs")]
    [InlineData("settlements", "claims")]
    [InlineData("problem", "items")]
    public void Schema_OfAFile_KnowsItsKeys(string name, string key)
    {
        using var schema = JsonDocument.Parse(Commands.Run("schema", name).Output);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty(key, out _));
    }

    [Fact]
    public void Schema_WithoutAName_HoldsAll()
    {
        using var schemas = JsonDocument.Parse(Commands.Run("schema").Output);
        Assert.Equal(8, schemas.RootElement.EnumerateObject().Count());
    }

    [Fact]
    public void Schema_OfAnUnknownFile_IsBadInput() => Assert.Equal(1, Commands.Run("schema", "polcy").Code);
}
