// The words and numbers of one distribution, sorted into family, named parameters and bare numbers.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Distributions;

/// <summary>What was written, before it is known what it makes.</summary>
internal sealed class DistributionParameters
{
    private readonly Dictionary<string, DistributionToken> _named = [];
    private readonly HashSet<string> _used = [];
    private readonly List<Diagnostic> _faults;

    internal DistributionParameters(List<DistributionToken> tokens, Place where, List<Diagnostic> faults)
    {
        (Where, _faults) = (where, faults);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsNumber) Bare.Add(tokens[i]);
            else if (DistributionWords.IsFamily(tokens[i].Word!)) SetFamily(tokens[i]);
            else if (i + 1 < tokens.Count && tokens[i].Word == "above" && !tokens[i + 1].IsNumber) Name(tokens[i], tokens[++i]);
            else if (i + 1 < tokens.Count && tokens[i + 1].IsNumber) Name(tokens[i], tokens[++i]);
            else faults.Add(DistributionFaults.Missing(tokens[i].Where, $"'{tokens[i].Text}'", "a number after it"));
        }
    }

    /// <summary>Where the text begins.</summary>
    internal Place Where { get; }

    /// <summary>The family named, or null.</summary>
    internal string? Family { get; private set; }

    /// <summary>Numbers without a name, in order.</summary>
    internal List<DistributionToken> Bare { get; } = [];

    /// <summary>The parameters given, for messages.</summary>
    internal string Given => _named.Count == 0 ? "a row of numbers" : string.Join(" with ", _named.Keys.Select(name => $"'{name}'"));

    /// <summary>Whether every one of <paramref name="names"/> is given.</summary>
    internal bool Has(params string[] names) => Array.TrueForAll(names, _named.ContainsKey);

    /// <summary>The place of a parameter, or of the whole.</summary>
    internal Place PlaceOf(string name) => _named.TryGetValue(name, out var token) ? token.Where : Where;

    /// <summary>The value of a parameter; a fault and NaN if it is not there.</summary>
    internal double Take(string name, string form)
    {
        _used.Add(name);
        if (_named.TryGetValue(name, out var token)) return token.Number.ToDouble();
        _faults.Add(DistributionFaults.Missing(Where, form, $"'{name}'"));
        return double.NaN;
    }

    /// <summary>The names like p90 that are given, in order of writing.</summary>
    internal List<string> Shares => [.. _named.Keys.Where(name => name[0] == 'p' && char.IsAsciiDigit(name[1]))];

    /// <summary>The share of a name like p90 or p99.5.</summary>
    internal static double ShareOf(string name) =>
        Fraction.TryParse(name.AsSpan(1), out var percent) ? (percent / 100).ToDouble() : double.NaN;

    /// <summary>The share that 'above p95' names, or NaN with a fault.</summary>
    internal double TakeAbove(string form)
    {
        _used.Add("above");
        if (_named.TryGetValue("above", out var token) && token.Word is ['p', _, ..] && ShareOf(token.Word) is > 0 and < 1 and var share)
            return share;
        _faults.Add(DistributionFaults.Missing(PlaceOf("above"), form, "'above p95' or another share where the tail begins"));
        return double.NaN;
    }

    /// <summary>As many bare numbers as <paramref name="names"/>, taken as if named; a number that is already named stays.</summary>
    internal void NameBare(params string[] names)
    {
        if (Bare.Count == 0 || Array.Exists(names, _named.ContainsKey)) return;
        for (var i = 0; i < names.Length && i < Bare.Count; i++) _named[names[i]] = Bare[i];
        Bare.RemoveRange(0, Math.Min(names.Length, Bare.Count));
    }

    /// <summary>A fault for everything written that was not used.</summary>
    internal void RejectRest(string form)
    {
        foreach (var name in _named.Keys.Where(name => !_used.Contains(name)))
            _faults.Add(DistributionFaults.Unexpected(_named[name].Where, form, $"'{name}'"));
        foreach (var token in Bare) _faults.Add(DistributionFaults.Unexpected(token.Where, form, token.Text));
    }

    private void SetFamily(DistributionToken token)
    {
        if (Family is not null && Family != token.Word)
            _faults.Add(DistributionFaults.Unexpected(token.Where, $"'{Family}'", $"'{token.Text}'"));
        else Family = token.Word;
    }

    private void Name(DistributionToken name, DistributionToken value)
    {
        if (!_named.TryAdd(name.Word!, value)) _faults.Add(DistributionFaults.Repeated(name.Where, name.Text));
    }
}
