// What the parameters of a distribution must meet, whatever its family.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Simulation.Distributions;

/// <summary>Checks that add a fault where a parameter stands.</summary>
internal static class FormChecks
{
    internal static (double Mean, double Deviation) MeanAndDeviation(DistributionParameters given, string form, List<Diagnostic> faults)
    {
        var byVariance = given.Has("variance") && !given.Has("sd");
        var mean = given.Take("mean", form);
        var spread = given.Take(byVariance ? "variance" : "sd", form);
        Require(
            spread > 0,
            given,
            byVariance ? "variance" : "sd",
            byVariance ? "the variance is not above 0" : "the standard deviation is not above 0",
            "give a number above 0, or write the mean alone if there is no doubt",
            faults);
        return (mean, byVariance ? Math.Sqrt(spread) : spread);
    }

    // A missing parameter is NaN, fails every comparison, and has its own message already.
    internal static void Require(
        bool holds, DistributionParameters given, string name, string found, string expected, List<Diagnostic> faults)
    {
        if (!holds && given.Has(name) && !faults.Exists(fault => fault.Code == "BS343"))
            faults.Add(DistributionFaults.Impossible(given.PlaceOf(name), found, expected));
    }
}
