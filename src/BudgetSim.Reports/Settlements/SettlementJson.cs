// Writes a payout in its documented JSON form.
using System.Text.Json;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>
/// <c>{"form":"budgetsim-settlement-1","policies","readings","year","total","is_lower_bound","entitlement","deducted","payers","funds",
/// "claims":[…],"lacking":[…],"lane_choices_cut_short":[…]}</c>; amounts are numbers of yuan. Members are only ever added.
/// </summary>
public static class SettlementJson
{
    // The writer keeps everything until it is told to pass it on.
    private const int MostPending = 1 << 16;

    /// <summary>Writes the payout as one JSON object.</summary>
    public static void Write(SettlementBook book, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("form", "budgetsim-settlement-1");
        json.WriteStartArray("policies");
        foreach (var policy in book.Settled.Policies) json.WriteStringValue(policy);
        json.WriteEndArray();
        json.WriteStartObject("readings");
        foreach (var (code, option) in book.Settled.Request.Readings) json.WriteString(code, option);
        json.WriteEndObject();
        json.WriteNumber("year", book.Settled.Settled.Filing.Year);
        Amount(json, "total", book.Total);
        json.WriteBoolean("is_lower_bound", book.IsLowerBound);
        Amount(json, "entitlement", book.Entitlement);
        Amount(json, "deducted", book.Deducted);
        WritePayers(json, book.Payers);
        WriteFunds(json, book);
        json.WriteStartArray("claims");
        foreach (var line in book.Lines)
        {
            WriteLine(json, line);
            if (json.BytesPending > MostPending) json.Flush();
        }

        json.WriteEndArray();
        WriteLacking(json, book);
        json.WriteStartArray("lane_choices_cut_short");
        foreach (var enterprise in book.LaneChoicesCutShort) json.WriteStringValue(enterprise);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, SettlementLine line)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Id);
        json.WriteNumber("row", line.Row);
        json.WriteString("enterprise", line.Enterprise);
        json.WriteString("measure", line.Measure.Id);
        json.WriteString("article", line.Measure.Article);
        json.WriteString("state", SettlementTables.StateOf(line.State).En.Replace(' ', '_'));
        json.WriteBoolean("is_outlay", line.IsOutlay);
        if (line.Entitlement is { } entitlement) Amount(json, "entitlement", entitlement);
        else json.WriteString("entitlement", "UNDETERMINED");
        if (line.State == LineState.Undetermined) json.WriteString("award", "UNDETERMINED");
        else Amount(json, "award", line.Award);
        if (line.Why != Text.Empty) Words(json, "why", line.Why);
        else json.WriteNull("why");
        json.WriteStartArray("deductions");
        foreach (var deduction in line.Deductions) WriteDeduction(json, deduction);
        json.WriteEndArray();
        WritePayers(json, line.Payers);
        json.WriteEndObject();
    }

    private static void WriteDeduction(Utf8JsonWriter json, LineDeduction deduction)
    {
        json.WriteStartObject();
        json.WriteString("step", JsonNamingPolicy.SnakeCaseLower.ConvertName(deduction.Stage.ToString()));
        Amount(json, "yuan", deduction.Amount);
        Words(json, "reason", deduction.Reason);
        json.WriteString("article", deduction.Article);
        json.WriteEndObject();
    }

    private static void WritePayers(Utf8JsonWriter json, IReadOnlyList<LinePayer> payers)
    {
        json.WriteStartObject("payers");
        foreach (var payer in payers) Amount(json, payer.Payer.Length == 0 ? "unstated" : payer.Payer, payer.Amount);
        json.WriteEndObject();
    }

    private static void WriteFunds(Utf8JsonWriter json, SettlementBook book)
    {
        json.WriteStartArray("funds");
        foreach (var fund in book.Funds)
        {
            json.WriteStartObject();
            json.WriteString("fund", book.Settled.Settled.Filing.Terms.Funds[fund.Fund].Id);
            Whole(json, "year", fund.Year);
            Whole(json, "appropriation", fund.Appropriation);
            json.WriteNumber("claimed", fund.Claimed);
            json.WriteNumber("paid", fund.Paid);
            json.WriteNumber("shortfall", fund.Shortfall);
            json.WriteBoolean("is_lower_bound", book.IsOpen(fund));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLacking(Utf8JsonWriter json, SettlementBook book)
    {
        if (!book.Settled.List.IsRoster) return;
        json.WriteStartArray("lacking");
        foreach (var lacking in book.Settled.List.Lacking)
        {
            json.WriteStartObject();
            json.WriteString("attribute", lacking.Attribute.Name);
            json.WriteNumber("measures", lacking.Measures.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Whole yuan without decimals, so that awards compare as they are written in worked examples.
    private static void Amount(Utf8JsonWriter json, string name, Money amount)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(QuantityText.Format(amount.Yuan));
    }

    private static void Whole(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } whole) json.WriteNumber(name, whole);
        else json.WriteNull(name);
    }

    private static void Words(Utf8JsonWriter json, string name, Text text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.In(Language.Zh));
        json.WriteString("en", text.In(Language.En));
        json.WriteEndObject();
    }
}
