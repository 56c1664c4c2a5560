// The policy documents of the library as a list.
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Cli.Listing;

/// <summary>A document with the clauses of its articles.csv.</summary>
internal sealed record ListedPolicy(PolicyDocument Document, IReadOnlyList<ArticleRow> Clauses)
{
    public int Articles => Clauses.Select(clause => clause.Article).Distinct().Count();

    public int Rules => Document.Measures.Count;

    /// <summary>Rules whose text promises money without an amount.</summary>
    public int Undetermined => Document.Measures.Count(measure => !measure.Measure.AmountIsSpecified);

    public int Restated => Document.Measures.Count(measure => measure.Measure.Effect == LedgerEffect.Restated);
}

/// <summary>Columns and JSON of the documents.</summary>
internal static class PolicyList
{
    public static IReadOnlyList<ListColumn<ListedPolicy>> Columns { get; } =
    [
        new(new Bilingual("编号", "id"), (policy, _) => policy.Document.Id) { IsKey = true },
        new(new Bilingual("发文机关", "issuer"), (policy, language) => policy.Document.Issuer.In(language)),
        new(new Bilingual("文号", "number"), (policy, _) => policy.Document.Number) { IsDetail = true },
        new(new Bilingual("发文日期", "issued"), (policy, _) => policy.Document.Issued ?? "-") { IsDetail = true },
        new(new Bilingual("有效期", "valid"), (policy, _) => $"{policy.Document.ValidFrom ?? "…"} – {policy.Document.ValidTo ?? "…"}")
        {
            IsDetail = true,
        },
        new(new Bilingual("状态", "status"), (policy, language) => Status(policy.Document).In(language)),
        new(new Bilingual("条", "articles"), (policy, _) => $"{policy.Articles}") { IsNumber = true },
        new(new Bilingual("款项", "clauses"), (policy, _) => $"{policy.Clauses.Count}") { IsNumber = true, IsDetail = true },
        new(new Bilingual("规则", "rules"), (policy, _) => $"{policy.Rules}") { IsNumber = true },
        new(new Bilingual("未定额", "undetermined"), (policy, _) => $"{policy.Undetermined}") { IsNumber = true },
        new(new Bilingual("重述", "restated"), (policy, _) => $"{policy.Restated}") { IsNumber = true, IsDetail = true },
    ];

    /// <summary>The documents of a library with their clauses; a missing or broken articles.csv is a fault.</summary>
    public static Loaded<IReadOnlyList<ListedPolicy>> Read(string folder)
    {
        var library = PolicyFolder.Read(folder);
        var faults = library.Diagnostics.ToList();
        var policies = new List<ListedPolicy>();
        foreach (var document in library.Value?.Documents ?? [])
        {
            var clauses = ArticlesFile.Read(Path.Combine(folder, document.Id, ArticlesFile.Name));
            faults.AddRange(clauses.Diagnostics);
            policies.Add(new ListedPolicy(document, clauses.Value ?? []));
        }

        return Loaded<IReadOnlyList<ListedPolicy>>.From(policies, faults);
    }

    public static JsonObject Json(ListedPolicy policy) => new()
    {
        ["id"] = policy.Document.Id,
        ["title"] = JsonText.Bilingual(policy.Document.Title),
        ["issuer"] = JsonText.Bilingual(policy.Document.Issuer),
        ["number"] = policy.Document.Number,
        ["issued"] = policy.Document.Issued,
        ["valid_from"] = policy.Document.ValidFrom,
        ["valid_to"] = policy.Document.ValidTo,
        ["status"] = policy.Document.IsDraft ? "draft" : "in-force",
        ["articles"] = policy.Articles,
        ["clauses"] = policy.Clauses.Count,
        ["rules"] = policy.Rules,
        ["undetermined"] = policy.Undetermined,
        ["restated"] = policy.Restated,
    };

    private static Bilingual Status(PolicyDocument document) =>
        document.IsDraft ? new Bilingual("征求意见稿", "draft") : new Bilingual("有效", "in force");
}
