// YAML is read into a tree with places; dangerous or broken YAML gives located messages.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class YamlFileTests
{
    public static TheoryData<string> BadYaml => BadFiles.In("yaml");

    [Theory]
    [MemberData(nameof(BadYaml))]
    public void BadYaml_Read_GivesExactlyTheseMessages(string name) =>
        BadFiles.Check("yaml", name, YamlFile.Read(BadFiles.PathOf("yaml", name)).Diagnostics);

    [Theory]
    [InlineData("500万")]
    [InlineData("2026-01-01")]
    [InlineData("yes")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("007")]
    [InlineData("3%")]
    public void Scalar_Unquoted_StaysTheTextThatWasWritten(string text)
    {
        var scalar = Assert.IsType<ScalarNode>(Mapping($"a: {text}").Find("a")!.Value);
        Assert.Equal(new ScalarNode(new Place("t.yaml", 1, 4), text, ScalarForm.Plain), scalar);
    }

    [Fact]
    public void Mapping_Nested_KnowsThePlaceOfEveryKeyAndValue()
    {
        var measures = Mapping("document: x\nmeasures:\n  - id: a1\n    名称: { zh: 甲 }\n").Find("measures")!;
        Assert.Equal(new Place("t.yaml", 2, 1), measures.KeyWhere);
        var first = (MappingNode)((SequenceNode)measures.Value).Items[0];
        Assert.Equal(new Place("t.yaml", 3, 5), first.Where);
        Assert.Equal(new Place("t.yaml", 4, 5), first.Find("名称")!.KeyWhere);
        var inner = (MappingNode)first.Find("名称")!.Value;
        Assert.Equal(new Place("t.yaml", 4, 9), inner.Where);
        Assert.Equal(new Place("t.yaml", 4, 15), inner.Entries[0].Value.Where);
    }

    [Theory]
    [InlineData("a: ''", false)]
    [InlineData("a: ", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: 'null'", false)]
    public void Scalar_WithoutAValue_IsNothingOnlyWhenUnquoted(string text, bool isNull) =>
        Assert.Equal(isNull, ((ScalarNode)Mapping(text).Entries[0].Value).IsNull);

    [Fact]
    public void File_AboveTheLimit_IsRefusedWithItsSize()
    {
        using var folder = new TemporaryFolder();
        var path = folder["large.yaml"];
        using (var stream = File.OpenWrite(path)) stream.SetLength(200L << 20);
        var fault = Assert.Single(YamlFile.Read(path).Diagnostics);
        Assert.Equal(
            $"{path}: error BS002: the file has 209715200 bytes, expected at most 16777216 (16 MB); split it, or check that this is the file you mean",
            fault.ToString());
    }

    [Fact]
    public void File_WithHundredsOfFaults_ListsTheFirstFifty() =>
        Assert.Equal(50, YamlFile.Read(new SourceText("t.yaml", string.Concat(Enumerable.Repeat("a: 1\n", 300)))).Diagnostics.Count);

    [Fact]
    public void File_Missing_IsRefused() =>
        Assert.Equal(
            "no/such.yaml: error BS001: cannot read this file: no such file; check the path",
            Assert.Single(YamlFile.Read("no/such.yaml").Diagnostics).ToString());

    [Fact]
    public void Folder_GivenAsFile_IsRefused() =>
        Assert.Equal("BS001", Assert.Single(YamlFile.Read(Path.GetTempPath()).Diagnostics).Code);

    private static MappingNode Mapping(string text)
    {
        var loaded = YamlFile.Read(new SourceText("t.yaml", text));
        Assert.Empty(loaded.Diagnostics);
        return Assert.IsType<MappingNode>(loaded.Value);
    }
}
