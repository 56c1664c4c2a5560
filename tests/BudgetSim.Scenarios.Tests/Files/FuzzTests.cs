// No input makes a reader throw: random bytes, and good files with random changes.
using System.Text;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Tests.Files;

public sealed class FuzzTests
{
    private const string Yaml =
        "document: d\ntitle: { zh: 福州, en: \"x\\n\" }\nmeasures:\n  - id: a1\n    when: x >= 3 and 'y'\n    caps: [ { amount: 500万, per: year } ]\n    note: |\n      two\n      lines\n  - { id: a2 }\n";
    private const string Json = "{ \"a\": [1, 2.5e3, true, null, \"福\\u5dde\"], \"b\": { \"c\": { } } }\n";
    private const string Signs = "\"'{}[]:,-?&*!|>%@`#\n\r\t\0\\=<";
    private const string Csv = "企业,金额,\"a,b\"\r\n甲,\"1,200\",2026/6/30\r\n乙,\"x\"\"y\r\nz\",√\r\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Yaml_ChangedAtRandom_NeverThrows(int seed) =>
        Try(
            seed,
            Encoding.UTF8.GetBytes(Yaml),
            bytes => ReadTree(SourceFile.DecodeUtf8("f.yaml", bytes) is { Succeeded: true } source
                ? YamlFile.Read(source.Value).Value
                : null));

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Json_ChangedAtRandom_NeverThrows(int seed) =>
        Try(
            seed,
            Encoding.UTF8.GetBytes(Json),
            bytes => ReadTree(SourceFile.DecodeUtf8("f.json", bytes) is { Succeeded: true } source
                ? JsonFile.Read(source.Value).Value
                : null));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Csv_ChangedAtRandom_NeverThrowsAndPlacesEveryCell(int seed) => Try(seed, Encoding.UTF8.GetBytes(Csv), bytes =>
    {
        if (TableFile.Read("f.csv", bytes).Value is not { } table) return;
        foreach (var cell in table.Rows.SelectMany(row => row.Cells)) ReadCell(cell);
        if (EncodingGuess.Of(bytes) == TextEncoding.Utf8) CheckPlaces(EncodingGuess.Decode(bytes, TextEncoding.Utf8)!, table);
    });

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void Workbook_ChangedAtRandom_NeverThrows(int seed) =>
        Try(seed, Workbook(), bytes => TableFile.Read("f.xlsx", bytes), rounds: 300);

    [Theory]
    [InlineData(10)]
    public void SheetXml_ChangedAtRandom_NeverThrows(int seed)
    {
        var sheet =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"str\"><v>b</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46203</v></c><c r=\"B2\" t=\"b\"><f>1</f><v>1</v></c></row>";
        Try(
            seed,
            Encoding.UTF8.GetBytes(sheet),
            bytes => TableFile.Read("f.xlsx", WorkbookMaker.Of(Encoding.UTF8.GetString(bytes))),
            rounds: 600);
    }

    [Fact]
    public void Bytes_AtRandom_NeverThrow()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            TableFile.Read("f.csv", bytes);
            TableFile.Read("f.xlsx", [.. "PK\u0003\u0004"u8, .. bytes]);
            if (SourceFile.DecodeUtf8("f", bytes) is { Succeeded: true } source) YamlFile.Read(source.Value);
        }
    }

    private static byte[] Workbook() =>
        WorkbookMaker.Of(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>", shared: "<si><t>甲</t></si>");

    private static void Try(int seed, byte[] good, Action<byte[]> read, int rounds = 1500)
    {
        var random = new Random(seed);
        for (var round = 0; round < rounds; round++) read(Changed(good, random));
    }

    // One to four changes: a byte replaced, removed, doubled, or one of the signs that mean something put in.
    private static byte[] Changed(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 20)))); break;
                case 3: bytes.Insert(at, (byte)Signs[random.Next(Signs.Length)]); break;
                default: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 30))); break;
            }
        }

        return [.. bytes];
    }

    private static void ReadTree(DataNode? root)
    {
        if (root is null) return;
        NodeReader.Read(
            root,
            "f",
            [],
            reader => reader.OptionalText("document")
                + reader.OptionalList("measures", one => one.Text("id") + one.OptionalNumber("when") + one.OptionalDate("note")).Count);
        root.Find(new DataPath("measures/a1/caps/0/amount".Split('/'), default));
    }

    private static void ReadCell(Cell cell)
    {
        CellText.Number(cell, "x", []);
        CellText.Date(cell, "x", []);
        CellText.Truth(cell, "x", []);
        CellText.Json(cell);
    }

    // An unquoted cell stands in the text where its place says, a quoted one begins with a quote there.
    private static void CheckPlaces(string text, Table table)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var cell in table.Rows.SelectMany(row => row.Cells))
        {
            var rest = lines[cell.Where.Line - 1][(cell.Where.Column - 1)..];
            Assert.StartsWith(cell.Kind == CellKind.Quoted ? "\"" : cell.Text, rest, StringComparison.Ordinal);
        }
    }
}
