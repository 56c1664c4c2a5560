// Finds what a folder of results was made from, so that it can be made again and explained.
using System.Text.Json;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Settling;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Settlements;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Explaining;

/// <summary>The manifest of a run or a payout: its kind, the inputs with their hashes, and the JSON itself.</summary>
internal sealed record ExplainSource(string File, string Seeds, JsonElement Manifest)
{
    /// <summary>Whether it is a payout; else it is a run.</summary>
    public bool IsPayout => Manifest.TryGetProperty("command", out var command) && command.GetString() == "settle";

    /// <summary>The manifest in <paramref name="folder"/>, or BS623.</summary>
    public static Loaded<ExplainSource> Read(string folder, string seeds)
    {
        var file = Path.Combine(folder, "manifest.json");
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            var source = new ExplainSource(file, seeds, json.RootElement.Clone());
            if (source.IsPayout) _ = source.Request();
            else _ = source.Overrides();
            return Loaded<ExplainSource>.From(source, []);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            return Loaded<ExplainSource>.From(
                null,
                [Diagnostic.Error(
                    Place.Of(file),
                    "BS623",
                    "this is not the manifest of a run or a payout",
                    "give the folder that 'run' or 'settle' wrote")]);
        }
    }

    /// <summary>The scenario of a run as it was, or why it cannot be had again.</summary>
    public Loaded<LoadedScenario> Scenario()
    {
        var reforms = Manifest.TryGetProperty("reforms", out var written)
            ? written.EnumerateArray().Select(file => ReformFile.Read(file.GetString()!)).ToList()
            : [];
        if (reforms.Find(reform => !reform.Succeeded) is { } unread) return new Loaded<LoadedScenario>(null, unread.Diagnostics);
        var folder = Manifest.GetProperty("folder").GetString()!;
        var loaded = ReformedScenario.Read(
            new ReformName(folder, folder, [.. reforms.Select(reform => reform.Value!)]), Seeds, Overrides());
        if (!loaded.Succeeded) return loaded;
        var changed = Changed(RunManifest.Inputs(loaded.Value).Select(input => (input.Name.Zh, input.Value)));
        return changed is null ? loaded : Loaded<LoadedScenario>.From(null, [changed]);
    }

    /// <summary>The payout as it was, or why it cannot be had again.</summary>
    public Loaded<SettlementBook> Payout()
    {
        var settled = SettleClaims.From(Request());
        if (!settled.Succeeded) return Loaded<SettlementBook>.From(null, settled.Diagnostics);
        var changed = Changed(SettlementFolder.Inputs(settled.Value));
        return changed is null
            ? Loaded<SettlementBook>.From(SettlementBook.From(settled.Value), [])
            : Loaded<SettlementBook>.From(null, [changed]);
    }

    // All that decides a draw: years and, where draws are spread evenly, the number of replications belong to it.
    private ScenarioOverrides Overrides() => new()
    {
        Seed = Manifest.GetProperty("seed").GetUInt64(),
        Replications = Manifest.GetProperty("replications").GetProperty("asked").GetInt32(),
        Years = [.. Manifest.GetProperty("years").EnumerateArray().Select(year => year.GetInt32())],
        Policies = Manifest.TryGetProperty("policies", out var policies) && policies.ValueKind == JsonValueKind.Array
            ? Texts(policies)
            : null,
        Readings = Pairs("readings"),
    };

    private ClaimsRequest Request()
    {
        var source = Manifest.GetProperty("source");
        string? File(string name) => source.TryGetProperty(name, out var given) ? given.GetString() : null;
        return new ClaimsRequest(source.GetProperty("claims").GetString()!, File("funds"), Seeds, Texts(Manifest.GetProperty("policies")))
        {
            PaidBefore = File("paid_before"),
            Readings = Pairs("readings"),
            Parameters = Pairs("parameters"),
            Year = Manifest.GetProperty("year").GetInt32(),
        };
    }

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];

    private Dictionary<string, string> Pairs(string name) =>
        Manifest.GetProperty(name).EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);

    // Explaining other inputs than those of the result would explain another result.
    private Diagnostic? Changed(IEnumerable<(string Name, string Hash)> now)
    {
        var then = Pairs("inputs");
        var changed = now.FirstOrDefault(input => then.GetValueOrDefault(input.Name) != input.Hash).Name;
        return changed is null
            ? null
            : Diagnostic.Error(
                Place.Of(File),
                "BS606",
                $"the input '{changed}' is not the one of this result any more",
                IsPayout ? "run 'settle' again, then explain the new result" : "run the scenario again, then explain the new result");
    }
}
