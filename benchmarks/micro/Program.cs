// Measures single steps with BenchmarkDotNet; its own options choose the job and the steps, such as --job short --filter '*'.
using BenchmarkDotNet.Running;
using BudgetSim.Benchmarks.Micro;

// In this process: a project made and restored for every step would need a package feed.
BenchmarkSwitcher.FromTypes([typeof(Steps)]).Run([.. args, "--inProcess"]);
