// What it takes to repeat a run: inputs with hashes, seed, versions, time.
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Running;

/// <summary>The manifest of a run, as lines of the report and as a file.</summary>
internal static class RunManifest
{
    private static readonly JsonSerializerOptions Form =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<ManifestEntry> Entries(LoadedScenario scenario, Forecast forecast, string solver) =>
    [
        new(new Text("情景", "Scenario"), scenario.FullName),
        new(new Text("随机种子", "Seed"), forecast.Model.Seed.ToString()),
        new(new Text("完成次数", "Replications finished"), forecast.Finished.ToString()),
        new(new Text("计算方式", "Engine"), EngineOf(forecast)),
        new(new Text("程序版本", "Program version"), Version),
        new(new Text("求解器", "Solver"), solver.Length == 0 ? "—" : solver),
        .. Inputs(scenario),
    ];

    /// <summary>One file with its hash.</summary>
    public static ManifestEntry Input(string file) => new(Text.Same(Path.GetFileName(file)), "sha256:" + Hash(file));

    /// <summary>Every file of a scenario and of its reforms with its hash.</summary>
    public static IEnumerable<ManifestEntry> Inputs(LoadedScenario scenario) =>
        FilesOf(scenario).Select(file => new ManifestEntry(Text.Same(Name(file)), "sha256:" + Hash(file)));

    public static byte[] Json(LoadedScenario scenario, Forecast forecast, string solver, RunStages stages) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                scenario = scenario.FullName,
                folder = Path.GetDirectoryName(scenario.Files[0]) ?? ".",
                seed = forecast.Model.Seed,
                replications = new { asked = forecast.Model.Replications, finished = forecast.Finished },
                years = forecast.Model.Years,
                policies = scenario.Policies,
                engine = EngineOf(forecast),
                version = Version,
                solver,
                runtime = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
                finishedAt = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ"),
                simulationSeconds = Math.Round(stages.Replications.TotalSeconds, 2),
                proofSeconds = Math.Round(stages.Proofs.TotalSeconds, 2),
                readings = scenario.Readings,
                changes = scenario.Changes.Select(change => change.Path),
                reforms = scenario.Reforms,
                inputs = FilesOf(scenario).DistinctBy(Name).ToDictionary(Name, file => "sha256:" + Hash(file)),
            },
            Form);

    private static IEnumerable<string> FilesOf(LoadedScenario scenario) => scenario.Files.Concat(scenario.Reforms.Distinct());

    private static string Version =>
        typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    // Which way the replications ran; both give the same figures.
    private static string EngineOf(Forecast forecast) =>
        forecast.Engine == ForecastEngine.Rates ? "rates (vector kernel)" : "claims (one by one)";

    // The last two parts say which file it is without naming the machine's folders.
    private static string Name(string file) => string.Join('/', file.Replace('\\', '/').Split('/').TakeLast(2));

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
