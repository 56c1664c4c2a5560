// The messages for an engine that cannot run or has failed.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.OrTools.Engines;

/// <summary>One method per code.</summary>
internal static class EngineFaults
{
    private static readonly Place Engine = Place.Of("OR-Tools");

    public static Diagnostic NodeMissing(string program) => Diagnostic.Error(
        Engine,
        "BS702",
        $"Node.js was not found ('{program}' does not start), expected Node.js 20 or newer",
        "install it from https://nodejs.org or name it in BUDGETSIM_NODE");

    public static Diagnostic SidecarMissing(string path) => Diagnostic.Error(
        Engine,
        "BS703",
        $"the solver's worker is not installed ('{path}' is missing)",
        "build the solution once, which installs it, or name its folder in BUDGETSIM_SIDECAR");

    public static Diagnostic WorkerFailedTwice(string message) => Diagnostic.Error(
        Engine,
        "BS704",
        $"the solver process failed, was started again and failed again: {message}",
        "nothing was decided; make the model smaller or raise the time limit");

    public static Diagnostic PartMissing(string message) => Diagnostic.Error(
        Engine,
        "BS810",
        $"a part of the solver's worker is not installed: {message}",
        "nothing was decided; delete node_modules in src/sidecar and build the solution, or run npm ci there");

    public static Diagnostic Unreadable(string message) => Diagnostic.Error(
        Engine, "BS705", $"the solver's answer could not be read: {message}", "nothing was decided; run npm ci in src/sidecar");
}
