// All commands of the tool.
using System.CommandLine;
using System.CommandLine.Help;
using BudgetSim.Cli.Writing;

namespace BudgetSim.Cli.Commands;

/// <summary>The root command with every verb.</summary>
internal static class CommandTree
{
    /// <summary>The tree; its texts are English, and help says them in the language asked for.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("BudgetSim: what a subsidy policy costs, who is paid when the fund is too small, and why.");
        root.Subcommands.Add(TestCommand.Create());
        root.Subcommands.Add(RunCommand.Create());
        foreach (var command in LaboratoryCommands.All()) root.Subcommands.Add(command);
        root.Subcommands.Add(SettleCommand.Create());
        root.Subcommands.Add(DivideCommand.Create());
        root.Subcommands.Add(RoundCommand.Create());
        root.Subcommands.Add(AllocateCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(ExplainCommand.Create());
        root.Subcommands.Add(PlotCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(SchemaCommand.Create());
        root.Subcommands.Add(ListCommands.Policies());
        root.Subcommands.Add(ListCommands.Measures());
        root.Subcommands.Add(ListCommands.Vocabulary());
        // Diagnostics have a language even where the rest of a command has none.
        foreach (var command in root.Subcommands.Where(command => command.Options.All(option => option.Name != "--lang")))
            command.Options.Add(SharedOptions.Lang());
        foreach (var option in root.Options) option.Description = option is HelpOption ? "print this help" : "print the version";
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpPage();
        return root;
    }
}
