// A scenario of three projects with one measure, and reforms over it that add another.
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

/// <summary>Three enterprises with one project each: 10 million yuan of equipment, 4 million of it digital.</summary>
internal sealed class AddedScenario : IDisposable
{
    public const string Equipment = "fuzhou-2026-5/a3.1", Added = "fuzhou-2026-5/a3.8", Fund = "fuzhou_software_fund", Cohort = "projects";

    /// <summary>
    /// 5 % of the digital investment, at most 150,000 yuan an enterprise and year, half from the city and half from the county.
    /// </summary>
    public const string Rule = """
        {
              article: 草案 八, title: { zh: 数字补助, en: Digital subsidy }, kind: rate, effect: award, subject: project, trigger: apply,
              valid: { to: 2030-12-31, by: event_date }, figures: { rate: 5%, cap: 15万 }, when: true, rate: rate, base: digital_investment_ex_vat, ceiling: true,
              caps: [ { amount: cap, per: enterprise-year } ], fund: fuzhou_software_fund,
              payers: [ { payer: fuzhou_city, share: 50%, basis: stated }, { payer: fuzhou_county, share: 50%, basis: stated } ] }
        """;

    private readonly TemporaryFolder _folder = new();

    public AddedScenario(string money = "")
    {
        File.WriteAllText(
            _folder["scenario.yaml"],
            $"title: {{ zh: 试, en: trial }}\npolicies: [fuzhou-2026-5]\nyears: 2026\nseed: 7\nreplications: 3\n{money}\n");
        File.WriteAllText(
            _folder["pool.yaml"],
            "cohorts:\n  projects:\n    count: 3\n    attributes: { equipment_investment_ex_vat: 1000万, digital_investment_ex_vat: 400万, is_key_chain_enterprise: false }\n    claims: [ { measure: fuzhou-2026-5/a3.1, take_up: 100% } ]\n");
        Directory.CreateDirectory(_folder["reforms"]);
        Write("add", $"add:\n  - {{ measure: {Added}, why: t, claims: {{ {Cohort}: 100% }}, rule: {Rule} }}\n");
    }

    public string Folder => _folder[""].TrimEnd(Path.DirectorySeparatorChar);

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes a reform of that name.</summary>
    public void Write(string name, string changes) =>
        File.WriteAllText(
            _folder[Path.Combine("reforms", name + ".yaml")],
            $"title: {{ zh: {name}, en: {name} }}\nauthor: a\nbaseline: {Path.GetFileName(Folder)}\nreason: t\n{changes}");

    /// <summary>The scenario under the reforms called +NAME+NAME.</summary>
    public LoadedScenario Under(string reforms) =>
        Lab.Value(ReformedScenario.Read(Lab.Value(ReformName.Read(Folder + reforms)), Lab.Seeds, new ScenarioOverrides()));

    public IReadOnlyList<Side> Sides(params string[] names) =>
        Lab.Value(Side.ReadAll([.. names.Select(name => Folder + name)], Lab.Seeds, new ScenarioOverrides()));

    /// <summary>What a measure pays, <c>[replication]</c>.</summary>
    public static long[] Paid(Forecast forecast, string measure) => forecast.PaidByMeasure(forecast.Model.Terms.IndexOf(measure));

    /// <summary>What a payer bears in fen, <c>[replication]</c>.</summary>
    public static long[] Borne(Forecast forecast, string payer) => forecast.PayerFen[forecast.Model.Terms.PayerIndex(payer)];
}
