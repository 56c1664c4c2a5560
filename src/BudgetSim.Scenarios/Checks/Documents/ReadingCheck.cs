// Checks readings: defaults and options, codes that measures refer to, and that everything an option sets can be read.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Readings, and each option of each switch laid over its documents.</summary>
internal static class ReadingCheck
{
    public static IEnumerable<Diagnostic> Faults(IReadOnlyList<ListedReading> readings, IReadOnlyList<CheckedDocument> documents)
    {
        var general = readings.Where(reading => reading.Measure.Length == 0).Select(reading => reading.Code).ToHashSet();
        foreach (var repeated in readings.GroupBy(reading => reading.Code).SelectMany(group => group.Skip(1)))
            yield return Repeated(repeated);
        foreach (var reading in readings)
        {
            foreach (var option in reading.Defaults.Values.Distinct().Where(option => !reading.Options.ContainsKey(option)))
                yield return DefaultIsNoOption(reading, option);
            foreach (var option in (reading.Set?.Entries ?? []).Where(entry => !reading.Options.ContainsKey(entry.Key)))
                yield return SetsNoOption(reading, option);
        }

        foreach (var document in documents)
        {
            foreach (var measure in document.Measures)
            {
                for (var index = 0; index < measure.GeneralReadings.Count; index++)
                {
                    if (!general.Contains(measure.GeneralReadings[index]))
                        yield return Unknown(document.At(measure, "general_readings", $"{index}"), measure.GeneralReadings[index], general);
                }
            }
        }
    }

    /// <summary>The faults that appear only when an option is chosen.</summary>
    public static IEnumerable<Diagnostic> FaultsWhenChosen(
        IReadOnlyList<ListedReading> readings, Dictionary<string, DataNode> trees, DataNode general, Vocabulary vocabulary)
    {
        var faults = new List<Diagnostic>();
        foreach (var reading in readings)
        {
            foreach (var option in reading.WorkingOptions.Where(reading.Options.ContainsKey))
            {
                var changed = ReadingOverlay.Apply(trees, general, new Dictionary<string, string> { [reading.Code] = option }, faults);
                foreach (var (id, tree) in changed.Where(tree => !ReferenceEquals(tree.Value, trees[tree.Key])))
                    PolicyFile.Read(tree, vocabulary, faults);
            }
        }

        return faults;
    }

    private static Diagnostic DefaultIsNoOption(ListedReading reading, string option) =>
        Diagnostic.Error(
            reading.Where,
            "BS128",
            $"the default '{option}' of {reading.Code} is not one of its options ({string.Join(", ", reading.Options.Keys)})",
            "choose one of them");

    private static Diagnostic Repeated(ListedReading reading) =>
        Diagnostic.Error(reading.Where, "BS129", $"the reading {reading.Code} stands twice", "give one of them another code");

    private static Diagnostic SetsNoOption(ListedReading reading, DataEntry option) =>
        Diagnostic.Error(
            option.KeyWhere,
            "BS130",
            $"{reading.Code} sets values for '{option.Key}', which is not one of its options ({string.Join(", ", reading.Options.Keys)})",
            NearestName.Hint(option.Key, reading.Options.Keys));

    private static Diagnostic Unknown(Place at, string code, IEnumerable<string> known) =>
        Diagnostic.Error(at, "BS136", $"unknown general reading '{code}'", NearestName.Hint(code, known));
}
