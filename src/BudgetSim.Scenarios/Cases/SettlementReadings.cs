// Splits the readings of a case or command line into settings of the settlement and readings of the policy text.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Cases;

/// <summary>What readings say about a settlement, and the ones that change the policy documents.</summary>
public sealed record SettlementReadings(ShortageMode Shortage, IReadOnlyDictionary<string, string> PolicyReadings)
{
    private const string ShortageModeName = "shortage_mode", DraftName = "treat_draft_as_in_force";

    private static readonly Dictionary<string, ShortageMode> Modes = new()
    {
        ["by-fund-rule"] = ShortageMode.ByFundRule,
        ["prorata-upto"] = ShortageMode.ProRataCeilings,
        ["selection"] = ShortageMode.Selection,
        ["A"] = ShortageMode.ByFundRule,
        ["B"] = ShortageMode.ProRataCeilings,
        ["C"] = ShortageMode.Selection,
    };

    /// <summary>Sorts the readings; an unknown shortage mode is a fault.</summary>
    public static Loaded<SettlementReadings> From(IReadOnlyDictionary<string, string> readings)
    {
        var mode = ShortageMode.ByFundRule;
        var faults = new List<Diagnostic>();
        if ((readings.GetValueOrDefault(ShortageModeName) ?? readings.GetValueOrDefault("SHORTAGE")) is { } written && !Modes.TryGetValue(written, out mode))
            faults.Add(Diagnostic.Error(Place.Of(ShortageModeName), "BS209", $"unknown shortage mode '{written}'", "choose by-fund-rule, prorata-upto or selection"));
        var policy = readings.Where(reading => reading.Key is not (ShortageModeName or "SHORTAGE" or DraftName)).ToDictionary();
        return Loaded<SettlementReadings>.From(new SettlementReadings(mode, policy), faults);
    }
}
