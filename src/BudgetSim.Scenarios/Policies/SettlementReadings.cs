// Splits the readings of a case or command line into settings of the settlement and readings of the policy text.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;

namespace BudgetSim.Scenarios.Policies;

/// <summary>What readings say about a settlement, and the ones that change the policy documents.</summary>
public sealed record SettlementReadings(ShortageSetting? Shortage, IReadOnlyDictionary<string, string> PolicyReadings)
{
    internal const string ShortageModeName = "shortage_mode";

    private const string DraftName = "treat_draft_as_in_force";

    private static readonly Dictionary<string, ShortageSetting> Modes = new()
    {
        ["by-fund-rule"] = ShortageSetting.ByFundRule,
        ["report"] = ShortageSetting.ByFundRule,
        ["prorata-upto"] = ShortageSetting.ProRataCeilings,
        ["selection"] = ShortageSetting.Selection,
    };

    /// <summary>Sorts the readings; an unknown shortage mode is a fault.</summary>
    public static Loaded<SettlementReadings> From(IReadOnlyDictionary<string, string> readings)
    {
        ShortageSetting? mode = null;
        var faults = new List<Diagnostic>();
        if (readings.GetValueOrDefault(ShortageModeName) is { } written && Modes.TryGetValue(written, out var known)) mode = known;
        else if (readings.ContainsKey(ShortageModeName))
            faults.Add(Diagnostic.Error(
                Place.Of(ShortageModeName),
                "BS209",
                $"unknown shortage mode '{readings[ShortageModeName]}'",
                "choose by-fund-rule (also: report), prorata-upto or selection"));
        var policy = readings.Where(reading => reading.Key is not (ShortageModeName or DraftName)).ToDictionary();
        return Loaded<SettlementReadings>.From(new SettlementReadings(mode, policy), faults);
    }
}
