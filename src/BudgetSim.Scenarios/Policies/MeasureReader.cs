// Reads one measure of a policy file.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>From the fields of a measure to its record.</summary>
internal static class MeasureReader
{
    private static readonly Dictionary<string, LedgerEffect> Effects = new()
    {
        ["award"] = LedgerEffect.Award,
        ["pool_limit"] = LedgerEffect.PoolLimit,
        ["set_aside"] = LedgerEffect.SetAside,
        ["deeming"] = LedgerEffect.Deeming,
        ["off_budget"] = LedgerEffect.OffBudget,
        ["restated"] = LedgerEffect.Restated,
    };

    private const string FirstTime = "first-time", OncePer = "once-per:";

    /// <summary>What an amount may be, as files write it.</summary>
    public static IReadOnlyCollection<string> KnownEffects => Effects.Keys;

    public static Measure Read(NodeReader entry, string document)
    {
        var id = entry.Text("id");
        var kind = entry.Text("kind");
        SkipRemarks(entry);
        return new Measure
        {
            Id = $"{document}/{id}",
            At = entry.Where,
            Document = document,
            Article = entry.Text("article"),
            Title = PolicyFields.Bilingual(entry.RequiredChild("title")),
            Kind = kind,
            Formula = FormulaReader.Read(entry, kind),
            Effect = entry.Choice("effect", Effects),
            AmountIsSpecified = entry.OptionalBool("amount_specified", fallback: true),
            Subject = entry.Text("subject"),
            Trigger = entry.Text("trigger"),
            Validity = entry.Child("valid", ReadValidity),
            Figures = entry.OptionalMap("figures", ReadFigure),
            When = entry.Expression("when"),
            Requires = entry.OptionalTexts("requires"),
            IsCeiling = entry.OptionalBool("ceiling"),
            Minimum = entry.OptionalExpression("minimum"),
            OnceKeys = OnceKeys(entry),
            IsFirstTime = entry.Child("once")?.AsText() == FirstTime,
            Caps = entry.OptionalList("caps", cap => LimitReader.Cap(cap, document)),
            PrincipalCaps = entry.OptionalList("principal_caps", cap => LimitReader.PrincipalCap(cap, document)),
            Quota = entry.OptionalChild("quota", LimitReader.Quota),
            Uplift = entry.OptionalChild("uplift", LimitReader.Uplift),
            Payers = entry.OptionalList("payers", LimitReader.Payer),
            Fund = entry.Text("fund"),
            Exclusions = entry.OptionalList("exclusive", exclusion => LimitReader.Exclusion(exclusion, document)),
            TopUp = entry.OptionalChild("top_up", topUp => LimitReader.TopUp(topUp, document)),
            Restates = PolicyFields.References(entry, "restates", document),
            Priority = entry.OptionalChild("priority", LimitReader.Priority),
            Readings = entry.OptionalList("readings", reading => ReadingReader.Read(reading, document)),
            GeneralReadings = entry.OptionalTexts("general_readings"),
        };
    }

    // Remarks, and names of funds and agencies over time, are for readers of the file.
    private static void SkipRemarks(NodeReader entry)
    {
        _ = entry.Has("versions");
        _ = entry.OptionalText("notes");
    }

    private static string[] OnceKeys(NodeReader entry)
    {
        if (entry.Child("once") is not { } once || once.AsText() is not { Length: > 0 } text || text == FirstTime) return [];
        if (text.StartsWith(OncePer, StringComparison.Ordinal)) return text[OncePer.Length..].Split('+');
        once.Report(Diagnostic.Error(
            once.Where,
            "BS139",
            $"once is '{text}', expected {FirstTime} or {OncePer} with keys",
            $"write {OncePer}enterprise, or {OncePer}item+year"));
        return [];
    }

    private static Validity ReadValidity(NodeReader valid)
    {
        _ = valid.Has("from_parameter");
        _ = valid.Has("to_parameter");
        return new Validity(PolicyFields.OptionalDate(valid, "from"), PolicyFields.OptionalDate(valid, "to"), valid.Text("by"));
    }

    private static Value ReadFigure(NodeReader figure)
    {
        var text = figure.AsText();
        if (DateText.TryParse(text, out var date) && text.Contains('-', StringComparison.Ordinal))
            return Value.Of(date.ToString("yyyy-MM-dd"));
        return Value.Of(figure.AsNumber());
    }
}
