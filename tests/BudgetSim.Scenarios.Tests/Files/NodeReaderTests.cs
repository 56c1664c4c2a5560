// A tree is read field by field; every fault of the file is reported in one go.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class NodeReaderTests
{
    private static readonly Dictionary<string, int> Kinds = new() { ["rate"] = 1, ["fixed"] = 2, ["interest-subsidy"] = 3 };

    public static TheoryData<string> BadFields => BadFiles.In("fields");

    [Theory]
    [MemberData(nameof(BadFields))]
    public void BadFields_Read_GiveExactlyTheseMessages(string name) =>
        BadFiles.Check("fields", name, ReadLibrary(YamlFile.Read(BadFiles.PathOf("fields", name))).Diagnostics);

    [Fact]
    public void Library_WithoutFaults_IsReadWhole()
    {
        var text = """
            document: d
            issued: 2026年1月1日
            sizes: { 2016: 7000万, 2017: 1.2亿 }
            measures:
              - { id: a1, kind: rate, cap: 500万, with: [b1, b2], open: 是, when: x >= 3 }
              - { id: a2, kind: fixed, cap: 30 }
            """;
        var library = ReadLibrary(YamlFile.Read(new SourceText("t.yaml", text))).Value!;
        Assert.Equal("d 2026-01-01 2016=70000000,2017=120000000", library.Head);
        Assert.Equal(["a1 1 5000000 b1+b2 True", "a2 2 30  False"], library.Measures);
    }

    [Fact]
    public void JsonNumber_WithExponent_IsExact()
    {
        var faults = new List<Diagnostic>();
        var value = NodeReader.Read(new ScalarNode(default, "1.25e3", ScalarForm.Number), "x", faults, reader => reader.AsNumber());
        Assert.Empty(faults);
        Assert.Equal((Fraction)1250, value);
    }

    // Twenty of the 25, k0 to k19 of lines 2 to 21, are told one by one.
    [Fact]
    public void UnknownKeys_OfWhichThereAreMany_AreCounted()
    {
        var text = "known: 1\n" + string.Concat(Enumerable.Range(0, 25).Select(key => $"k{key}: 1\n"));
        var faults = new List<Diagnostic>();
        _ = NodeReader.Read(YamlFile.Read(new SourceText("t.yaml", text)).Value!, "x", faults, reader => reader.Whole("known"));
        Assert.Equal(21, faults.Count);
        Assert.StartsWith("t.yaml:21:1: error BS031: unknown key 'k19'", faults[19].ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "t.yaml:22:1: error BS821: 5 more keys are unknown from here on; remove them, or write them below the part they belong to",
            faults[20].ToString());
    }

    private static Loaded<Library> ReadLibrary(Loaded<DataNode> tree)
    {
        if (!tree.Succeeded) return new Loaded<Library>(null, tree.Diagnostics);
        var faults = new List<Diagnostic>();
        return Loaded<Library>.From(NodeReader.Read(tree.Value, "the library", faults, ReadLibrary), faults);
    }

    private static Library ReadLibrary(NodeReader reader)
    {
        var sizes = reader.OptionalMap("sizes", size => size.AsNumber()).Select(size => $"{size.Key}={size.Value}");
        var head = $"{reader.Text("document")} {reader.RequiredChild("issued").AsDate():yyyy-MM-dd} {string.Join(',', sizes)}";
        return new Library(head, reader.List("measures", ReadMeasure));
    }

    private static string ReadMeasure(NodeReader reader)
    {
        var line =
            $"{reader.Text("id")} {reader.Choice("kind", Kinds)} {reader.Number("cap")} {string.Join('+', reader.OptionalTexts("with"))} {reader.OptionalBool("open")}";
        reader.OptionalText("when");
        reader.OptionalWhole("count");
        return line;
    }

    private sealed record Library(string Head, IReadOnlyList<string> Measures);
}
