// The entry point: turns a command line into an exit code.
using System.CommandLine;
using System.Text;
using BudgetSim.Cli.Commands;
using BudgetSim.Cli.Writing;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.SetOut(ChineseLines.For(args, Console.Out));
Console.SetError(ChineseLines.For(args, Console.Error));
// After Ctrl-C the finished replications are still reported; that takes a while.
var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(10), Output = Console.Out, Error = Console.Error };
return await CommandTree.Create(Spoken.Asked(args)).Parse(args).InvokeAsync(patience);
