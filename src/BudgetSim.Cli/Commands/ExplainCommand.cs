// budgetsim explain: why an enterprise of a run or a payout got what it got.
using System.CommandLine;
using System.Globalization;
using BudgetSim.Cli.Explaining;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Explanations;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Commands;

/// <summary>Explains one enterprise of a folder of results.</summary>
internal static class ExplainCommand
{
    /// <summary>The word of the command.</summary>
    public const string Name = "explain";

    private const int MostNames = 5;

    public static Command Create()
    {
        var folder = new Argument<string>("run") { Description = "folder that run or settle wrote" };
        var enterprise = new Option<string>("--enterprise")
        {
            Description = "enterprise as awards.csv names it, such as E765",
            Required = true,
        };
        var replication = new Option<int>("--replication") { Description = "replication of a run, from 0 (awards.csv shows 0)" };
        var output = new Option<string?>("--out") { Description = "also write a page and a workbook into this folder" };
        var (seeds, language, json) = (SharedOptions.Seeds(), SharedOptions.Lang(), SharedOptions.Json());
        var command = new Command(Name, "why an enterprise got what it got")
        {
            folder,
            enterprise,
            replication,
            output,
            seeds,
            language,
            json,
        };
        // On a working thread, because a signal to stop is heard only while the thread that waits for it is free.
        command.SetAction((parsed, _) => Task.Run(async () =>
        {
            var (console, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var story = Story(
                parsed.GetRequiredValue(folder),
                parsed.GetRequiredValue(seeds),
                parsed.GetRequiredValue(enterprise),
                parsed.GetValue(replication));
            foreach (var fault in story.Diagnostics) errors.WriteLine(fault);
            if (!story.Succeeded) return ExitCode.BadInput;
            var tongue = parsed.GetValue(language) == "zh" ? Language.Zh : Language.En;
            if (parsed.GetValue(output) is { } page && !LaboratoryReport.MayWrite(page, errors)) return ExitCode.BadInput;
            if (parsed.GetValue(json)) console.WriteLine(JsonText.Of(StoryOutput.Json(story.Value)));
            else StoryOutput.Write(console, story.Value, tongue);
            if (parsed.GetValue(output) is { } written)
                await LaboratoryReport.WriteAsync(
                    StoryReport.From(story.Value), written, tongue, parsed.GetValue(json) ? TextWriter.Null : console, errors);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Loaded<EnterpriseStory> Story(string folder, string seeds, string enterprise, int replication)
    {
        if (replication < 0) return Fault("--replication", "BS621", $"replications are numbered from 0, found {replication}", "");
        var source = ExplainSource.Read(folder, seeds);
        if (!source.Succeeded) return Loaded<EnterpriseStory>.From(null, source.Diagnostics);
        return source.Value.IsPayout ? OfPayout(source.Value, enterprise) : OfRun(source.Value, enterprise, replication);
    }

    private static Loaded<EnterpriseStory> OfRun(ExplainSource source, string enterprise, int replication)
    {
        if (!int.TryParse(enterprise.TrimStart('E', 'e'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Fault(
                "--enterprise",
                "BS620",
                $"expected an enterprise such as E765, found '{enterprise}'",
                "awards.csv lists the enterprises of replication 0");
        var scenario = source.Scenario();
        if (!scenario.Succeeded) return Loaded<EnterpriseStory>.From(null, scenario.Diagnostics);
        var told = new RunStory(scenario.Value.Model, scenario.Value.Title, replication);
        var story = told.Of(number);
        if (story.Claims.Count > 0) return Loaded<EnterpriseStory>.From(story, []);
        return Fault(
            "--enterprise",
            "BS622",
            $"E{number} filed no claim in replication {replication}",
            $"some that did: {string.Join(", ", told.Enterprises.OrderBy(other => Math.Abs((long)other - number)).Take(MostNames).Select(other => $"E{other}"))}");
    }

    private static Loaded<EnterpriseStory> OfPayout(ExplainSource source, string enterprise)
    {
        var book = source.Payout();
        if (!book.Succeeded) return Loaded<EnterpriseStory>.From(null, book.Diagnostics);
        var story = SettledStory.Of(book.Value, enterprise);
        if (story.Claims.Count > 0) return Loaded<EnterpriseStory>.From(story, []);
        var names = book.Value.Lines.Select(line => line.Enterprise).Distinct().ToList();
        var nearest = NearestName.Hint(enterprise, names);
        return Fault(
            "--enterprise",
            "BS607",
            $"'{enterprise}' filed no claim in this payout",
            nearest.Length > 0 ? nearest : $"some that did: {string.Join(", ", names.Take(MostNames))}");
    }

    private static Loaded<EnterpriseStory> Fault(string where, string code, string message, string hint) =>
        Loaded<EnterpriseStory>.From(null, [Diagnostic.Error(Place.Of(where), code, message, hint)]);
}
