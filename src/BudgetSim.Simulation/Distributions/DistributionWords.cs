// The words distributions are written with, English and Chinese, and what they mean.
namespace BudgetSim.Simulation.Distributions;

/// <summary>Maps written words to the one word the reader works with; an empty meaning is a filler.</summary>
internal static class DistributionWords
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lognormal"] = "lognormal",
        ["对数正态"] = "lognormal",
        ["normal"] = "normal",
        ["正态"] = "normal",
        ["gamma"] = "gamma",
        ["伽马"] = "gamma",
        ["beta"] = "beta",
        ["贝塔"] = "beta",
        ["pert"] = "pert",
        ["triangular"] = "triangular",
        ["triangle"] = "triangular",
        ["三角"] = "triangular",
        ["uniform"] = "uniform",
        ["between"] = "uniform",
        ["from"] = "uniform",
        ["之间"] = "uniform",
        ["介于"] = "uniform",
        ["均匀"] = "uniform",
        ["whole"] = "whole",
        ["integer"] = "whole",
        ["整数"] = "whole",
        ["poisson"] = "poisson",
        ["about"] = "poisson",
        ["泊松"] = "poisson",
        ["约"] = "poisson",
        ["大约"] = "poisson",
        ["binomial"] = "binomial",
        ["二项"] = "binomial",
        ["negative-binomial"] = "negative-binomial",
        ["negbin"] = "negative-binomial",
        ["负二项"] = "negative-binomial",
        ["fixed"] = "fixed",
        ["exactly"] = "fixed",
        ["固定"] = "fixed",
        ["median"] = "median",
        ["中位数"] = "median",
        ["中位"] = "median",
        ["mean"] = "mean",
        ["average"] = "mean",
        ["均值"] = "mean",
        ["平均"] = "mean",
        ["sd"] = "sd",
        ["deviation"] = "sd",
        ["标准差"] = "sd",
        ["variance"] = "variance",
        ["方差"] = "variance",
        ["min"] = "min",
        ["least"] = "min",
        ["最小"] = "min",
        ["最少"] = "min",
        ["mode"] = "mode",
        ["likely"] = "mode",
        ["最可能"] = "mode",
        ["众数"] = "mode",
        ["max"] = "max",
        ["most"] = "max",
        ["最大"] = "max",
        ["最多"] = "max",
        ["trials"] = "trials",
        ["次数"] = "trials",
        ["probability"] = "probability",
        ["概率"] = "probability",
        ["shape"] = "shape",
        ["形状"] = "shape",
        ["scale"] = "scale",
        ["尺度"] = "scale",
        ["tail"] = "tail",
        ["尾指数"] = "tail",
        ["一成分位"] = "p10",
        ["九成分位"] = "p90",
        ["九五分位"] = "p95",
        ["四分之三分位"] = "p75",
        ["四分之一分位"] = "p25",
        ["and"] = "",
        ["to"] = "",
        ["a"] = "",
        ["per"] = "",
        ["year"] = "",
        ["of"] = "",
        ["with"] = "",
        ["above"] = "above",
        ["到"] = "",
        ["至"] = "",
        ["和"] = "",
        ["每年"] = "",
        ["年"] = "",
        ["分布"] = "",
        ["在"] = "",
        ["个"] = "",
        ["家"] = "",
        ["项"] = "",
        ["笔"] = "",
        ["件"] = "",
        ["户"] = "",
        ["起"] = "",
        ["以上"] = "above",
    };

    private static readonly string[] ByLength = [.. Meanings.Keys.Where(key => key[0] > 127).OrderByDescending(key => key.Length)];

    /// <summary>Every word, for suggestions.</summary>
    internal static IEnumerable<string> Known => Meanings.Keys.Where(key => key.Length > 1).Append("p90");

    /// <summary>Words that name a family; the rest name a parameter.</summary>
    internal static bool IsFamily(string meaning) => meaning is "lognormal" or "normal" or "gamma" or "beta" or "pert" or "triangular"
        or "uniform" or "whole" or "poisson" or "binomial" or "negative-binomial" or "fixed";

    /// <summary>The meaning of a whole word, or null; <c>p90</c> and its like mean themselves.</summary>
    internal static string? Meaning(string word)
    {
        if (Meanings.TryGetValue(word, out var meaning)) return meaning;
        return IsShareWord(word) ? word.ToLowerInvariant() : null;
    }

    /// <summary>The Chinese word that <paramref name="text"/> begins with, the longest there is, or null.</summary>
    internal static string? ChinesePrefix(string text) => Array.Find(ByLength, word => text.StartsWith(word, StringComparison.Ordinal));

    private static bool IsShareWord(string word) =>
        word.Length is >= 2 and <= 6 && word[0] is 'p' or 'P' && word.Skip(1).All(letter => char.IsAsciiDigit(letter) || letter == '.')
            && word[1] != '.';
}
