// The entry point: turns a command line into an exit code.
using System.CommandLine;
using System.Globalization;
using System.Text;
using BudgetSim.Cli;
using BudgetSim.Cli.Commands;
using BudgetSim.Cli.Writing;

// Invariant also where an environment variable brings cultures back: some of them count other years.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.SetOut(ChineseLines.For(args, Console.Out));
Console.SetError(ChineseLines.For(args, Console.Error));
var settings = new InvocationConfiguration { Output = Console.Out, Error = Console.Error, EnableDefaultExceptionHandler = false };
try
{
    var parsed = CommandTree.Create().Parse(args);
    var slips = CommandLineFaults.Of(parsed);
    settings.ProcessTerminationTimeout = Patience.Of(parsed);
    foreach (var slip in slips) Console.Error.WriteLine(slip);
    return slips.Count > 0 ? ExitCode.BadInput : await parsed.InvokeAsync(settings);
}
catch (Exception fault)
{
    return UnexpectedFault.Report(fault, Console.Error);
}
