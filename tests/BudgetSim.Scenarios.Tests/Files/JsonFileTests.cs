// JSON is read into the same tree as YAML, with the place of every part and the digits of every number.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class JsonFileTests
{
    public static TheoryData<string> BadJson => BadFiles.In("json");

    [Theory]
    [MemberData(nameof(BadJson))]
    public void BadJson_Read_GivesExactlyTheseMessages(string name)
    {
        var path = BadFiles.PathOf("json", name);
        var loaded = name.EndsWith(".jsonl", StringComparison.Ordinal) ? JsonFile.ReadLines(path) : [JsonFile.Read(path)];
        BadFiles.Check("json", name, loaded.SelectMany(one => one.Diagnostics));
    }

    [Fact]
    public void Object_WithChineseText_CountsColumnsInUtf16Units()
    {
        var root = (MappingNode)JsonFile.Read(new SourceText("t.json", "{ \"名\": \"𠮷\",\n  \"a\": [1.50, true, null] }")).Value!;
        Assert.Equal(new Place("t.json", 1, 3), root.Entries[0].KeyWhere);
        Assert.Equal(new Place("t.json", 1, 8), root.Entries[0].Value.Where);
        var items = ((SequenceNode)root.Entries[1].Value).Items.Cast<ScalarNode>().ToList();
        Assert.Equal(["1.50", "true", "null"], items.Select(item => item.Text));
        Assert.Equal(new Place("t.json", 2, 9), items[0].Where);
        Assert.Equal([false, false, true], items.Select(item => item.IsNull));
    }

    [Fact]
    public void CharacterOfTwoUnits_BeforeAKey_MovesItTwoColumns() =>
        Assert.Equal(10, ((MappingNode)JsonFile.Read(new SourceText("t", "{\"𠮷\": 1,\"b\":2}")).Value!).Entries[1].KeyWhere.Column);

    [Fact]
    public void Cell_InQuotes_CountsDoubledQuotesTwice()
    {
        // The line is  x,"{""a"": 1, ""b"": 2}"  and the JSON begins at column 4.
        var root = (MappingNode)JsonFile.ReadAt("{\"a\": 1, \"b\": 2}", new Place("c.csv", 7, 4), inQuotedCell: true).Value!;
        Assert.Equal(new Place("c.csv", 7, 5), root.Entries[0].KeyWhere);
        Assert.Equal(new Place("c.csv", 7, 12), root.Entries[0].Value.Where);
        Assert.Equal(new Place("c.csv", 7, 15), root.Entries[1].KeyWhere);
    }

    [Fact]
    public void Lines_OneBroken_CostsOnlyItself()
    {
        var lines = JsonFile.ReadLines(new SourceText("s.jsonl", "{\"a\":1}\r\n\n{\"a\":}\n{\"a\":3}\n"));
        Assert.Equal([true, false, true], lines.Select(line => line.Succeeded));
        Assert.Equal(new Place("s.jsonl", 3, 6), lines[1].Diagnostics[0].Where);
        Assert.Equal(new Place("s.jsonl", 4, 1), lines[2].Value!.Where);
    }
}
