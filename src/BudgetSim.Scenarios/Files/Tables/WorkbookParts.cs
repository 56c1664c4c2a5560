// Opens the XML parts of a workbook by what they are for.
using System.IO.Compression;
using System.Xml;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>
/// The zip file of a workbook; element names are compared without namespace, so that both dialects of the format are read.
/// </summary>
internal sealed class WorkbookParts(ZipArchive archive, long limit)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>Whether the parts together say that they unpack to more than the limit.</summary>
    public bool SayTooLarge => archive.Entries.Sum(entry => entry.Length) > limit;

    /// <summary>A reader of the part at <paramref name="path"/>, or null when there is none.</summary>
    public XmlReader? Open(string path) =>
        archive.GetEntry(path) is { } entry ? XmlReader.Create(new BoundedStream(entry.Open(), limit), Settings) : null;

    /// <summary>Where the parts that the main part refers to are, by the id of the reference.</summary>
    public Dictionary<string, string> Targets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = Open("xl/_rels/workbook.xml.rels");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") is { } id)
                targets[id] = FullPath(reader.GetAttribute("Target") ?? "");
        return targets;
    }

    private static string FullPath(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;
}
