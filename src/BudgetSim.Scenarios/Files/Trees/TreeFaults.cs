// The faults that YAML and JSON files share: repeated keys and too deep nesting.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Faults of the tree itself, whatever its notation.</summary>
internal static class TreeFaults
{
    /// <summary>How deep mappings and lists may be nested.</summary>
    public const int DeepestLevel = 64;

    /// <summary>How many faults of one file are listed; whoever has more first mends these.</summary>
    public const int MostFaults = 50;

    public static Diagnostic RepeatedKey(string key, Place where, Place first) =>
        Diagnostic.Error(
            where, "BS010", $"the key {Shown.Text(key)} occurs twice in one mapping, first in line {first.Line}", "keep one of the two");

    public static Diagnostic TooDeep(Place where) =>
        Diagnostic.Error(
            where, "BS011", $"found more than {DeepestLevel} levels of nesting", "no input of this program is that deep: flatten it");
}
