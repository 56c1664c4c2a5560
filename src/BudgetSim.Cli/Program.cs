// The entry point: turns a command line into an exit code.
using System.CommandLine;
using System.Text;
using BudgetSim.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandTree.Create().Parse(args).Invoke();
