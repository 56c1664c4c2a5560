// The entry point: turns a command line into an exit code.
using System.CommandLine;
using System.Text;
using BudgetSim.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
// After Ctrl-C the finished replications are still reported; that takes a while.
var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(10) };
return await CommandTree.Create().Parse(args).InvokeAsync(patience);
