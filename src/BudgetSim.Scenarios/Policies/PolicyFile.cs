// Reads seeds/<document>/policy.yaml into a policy document with compiled measures.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>A policy document as a tree, and as a value.</summary>
public static class PolicyFile
{
    internal static readonly Dictionary<string, FundShortage> Shortages = new()
    {
        ["report"] = FundShortage.Report,
        ["pro-rata"] = FundShortage.ProRata,
        ["transfer"] = FundShortage.Transfer,
    };

    internal static readonly Dictionary<string, ShortageSetting> ShortageSettings = new()
    {
        ["by-fund-rule"] = ShortageSetting.ByFundRule,
        ["prorata-upto"] = ShortageSetting.ProRataCeilings,
        ["selection"] = ShortageSetting.Selection,
    };

    internal static readonly Dictionary<string, LaneChoiceRule> LaneSettings = new()
    {
        ["joint"] = LaneChoiceRule.Joint,
        ["project-by-project"] = LaneChoiceRule.ProjectByProject,
        ["first-claimed"] = LaneChoiceRule.FirstClaimed,
    };

    /// <summary>Reads a document from its tree; every fault found is added to <paramref name="faults"/>.</summary>
    public static PolicyDocument Read(DataNode tree, Vocabulary vocabulary, ICollection<Diagnostic> faults) =>
        NodeReader.Read(tree, "policy", faults, file => ReadDocument(file, vocabulary, faults));

    private static PolicyDocument ReadDocument(NodeReader file, Vocabulary vocabulary, ICollection<Diagnostic> faults)
    {
        var id = file.Text("document");
        var isDraft = file.Choice("status", new Dictionary<string, bool> { ["in-force"] = false, ["draft"] = true });
        var valid = file.RequiredChild("valid")
            .As(valid => (From: PolicyFields.OptionalDate(valid, "from"), To: PolicyFields.OptionalDate(valid, "to")));
        var settings = file.OptionalChild("settings", ReadSettings) ?? new DocumentSettings();
        var measures = file.List("measures", entry => MeasureReader.Read(entry, id));
        foreach (var repeated in measures.GroupBy(measure => measure.Id).SelectMany(group => group.Skip(1)))
            faults.Add(Diagnostic.Error(repeated.At, "BS111", $"the measure {repeated.Id} stands twice", "give one of them another id"));
        return new PolicyDocument
        {
            Id = id,
            Title = PolicyFields.Bilingual(file.RequiredChild("title")),
            Issuer = PolicyFields.Bilingual(file.RequiredChild("issuer")),
            Number = file.OptionalText("number") ?? "",
            Issued = PolicyFields.OptionalDate(file, "issued"),
            IsDraft = isDraft,
            ValidFrom = valid.From,
            ValidTo = valid.To,
            Payers = file.Map("payers", PolicyFields.Bilingual),
            Funds = [.. file.Map("funds", ReadFund).Values],
            Measures = [.. measures.DistinctBy(measure => measure.Id)
                .Select(measure => CompiledMeasure.From(measure, vocabulary, isDraft, settings.TreatsDraftAsInForce, faults))],
            Settings = settings,
        };
    }

    private static DocumentSettings ReadSettings(NodeReader settings) => new()
    {
        Shortage = settings.OptionalChoice("shortage_mode", ShortageSettings, ShortageSetting.ByFundRule),
        LaneChoice = settings.OptionalChoice("lane_choice", LaneSettings, LaneChoiceRule.Joint),
        UpliftsAfterCaps = settings.OptionalChoice(
            "uplift_order", new Dictionary<string, bool> { ["before-caps"] = false, ["after-caps"] = true }, fallback: false),
        UpliftCapsPerProject = settings.OptionalChoice(
            "uplift_cap_unit", new Dictionary<string, bool> { ["as-stated"] = false, ["project"] = true }, fallback: false),
        PaysOnlyFundedYears = settings.OptionalChoice(
            "unfunded_years", new Dictionary<string, bool> { ["paid"] = false, ["zero"] = true }, fallback: false),
        TreatsDraftAsInForce = settings.OptionalBool("treat_draft_as_in_force", fallback: true),
    };

    private static Fund ReadFund(NodeReader fund)
    {
        _ = fund.Has("carry_over") | fund.Has("note") | (fund.Text("payer").Length > 0);
        var sizes = fund.OptionalMap("sizes", size => size.AsWhole());
        return new Fund(
            fund.Name,
            PolicyFields.Bilingual(fund.RequiredChild("name")),
            fund.Choice("shortage", Shortages),
            sizes.ToDictionary(size => int.TryParse(size.Key, out var year) ? year : 0, size => size.Value));
    }
}
