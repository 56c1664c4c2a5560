// What the paths are called that a sweep, a tornado or a design moves and a reform replaces.
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Names of paths in both languages: whose figure it is, a colon, and which.</summary>
public static class PathNames
{
    private const string Funds = "funds/";

    /// <summary>The name of a path of a scenario; a path that nobody named is called what it is.</summary>
    public static Bilingual Of(ScenarioModel model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith(Funds, StringComparison.Ordinal)) return Fund(model, path[Funds.Length..].Split('/'));
        if (path.StartsWith(AssumptionPath.ParameterPrefix, StringComparison.Ordinal))
            return AttributeNames.Of(model.Terms.Library.Vocabulary, path[AssumptionPath.ParameterPrefix.Length..]);
        if (AssumptionPath.Names(path)) return AssumptionPath.In(model).FirstOrDefault(known => known.Path == path)?.Name ?? Itself(path);
        var parts = path.Split('/', 3);
        if (parts.Length < 2 || model.Terms.Library.Find($"{parts[0]}/{parts[1]}") is not { Measure: var measure }) return Itself(path);
        return parts.Length == 2 ? measure.Title : Joined(measure.Title, FigureNames.Of(parts[2]));
    }

    /// <summary>Whose, and which.</summary>
    public static Bilingual Joined(Bilingual whose, Bilingual which)
    {
        ArgumentNullException.ThrowIfNull(whose);
        ArgumentNullException.ThrowIfNull(which);
        return new Bilingual($"{whose.In("zh")}：{which.In("zh")}", $"{whose.In("en")}: {which.In("en")}");
    }

    /// <summary>A measure by its title.</summary>
    internal static Bilingual OfMeasure(PolicyLibrary library, string id) => library.Find(id)?.Measure.Title ?? Itself(id);

    private static Bilingual Fund(ScenarioModel model, string[] parts)
    {
        var name = model.Terms.Library.Funds.TryGetValue(parts[0], out var fund) ? fund.Name : Itself(parts[0]);
        return parts.Length == 1
            ? Joined(name, new Bilingual("年度额度", "appropriation"))
            : Joined(name, new Bilingual($"{parts[1]} 年额度", $"appropriation of {parts[1]}"));
    }

    private static Bilingual Itself(string text) => new(text, text);
}
