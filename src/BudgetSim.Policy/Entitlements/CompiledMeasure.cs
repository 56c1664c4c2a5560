// A measure whose expressions are bound to one frame of facts, ready to be read against many subjects.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Entitlements;

/// <summary>A measure ready to run. A frame holds one value per entry of <see cref="Slots"/>.</summary>
public sealed class CompiledMeasure
{
    private readonly Dictionary<string, int> _slotOf;
    private readonly Vocabulary _vocabulary;

    private CompiledMeasure(Measure measure, Vocabulary vocabulary, Scope scope, BoundParts parts, bool isInForce, bool isDraft)
    {
        IsInForce = isInForce;
        _vocabulary = vocabulary;
        Measure = measure;
        IsDraft = isDraft;
        Parts = parts;
        Slots = [.. scope.Slots];
        _slotOf = Slots.Select((attribute, slot) => (attribute.Name, slot)).ToDictionary(pair => pair.Name, pair => pair.slot);
        Defaults = [.. Slots.Select(attribute => attribute.Default)];
        Steps = new StepSlots(measure, SlotOf, slot => Slots[slot].Type == AttributeType.Choice);
    }

    /// <summary>The measure as the text states it.</summary>
    public Measure Measure { get; }

    /// <summary>False for a draft that is not treated as in force.</summary>
    public bool IsInForce { get; }

    /// <summary>Whether its document is a draft.</summary>
    public bool IsDraft { get; }

    /// <summary>The facts it reads, <c>[slot]</c>.</summary>
    public IReadOnlyList<Vocabularies.Attribute> Slots { get; }

    /// <summary>The values that hold when nothing is given, <c>[slot]</c>.</summary>
    public IReadOnlyList<Value> Defaults { get; }

    internal BoundParts Parts { get; }

    internal StepSlots Steps { get; }

    /// <summary>Binds a measure to a vocabulary; faults are added to <paramref name="faults"/>.</summary>
    public static CompiledMeasure From(
        Measure measure, Vocabulary vocabulary, bool isDraft, bool treatsDraftAsInForce, ICollection<Diagnostic> faults)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var scope = new Scope(vocabulary, measure.Figures);
        var parts = BoundParts.From(measure, new Binder(scope, faults));
        foreach (var name in NamesReadBySteps(measure).Where(name => scope.SlotOf(name) < 0))
            faults.Add(Diagnostic.Error(
                measure.At,
                "BS105",
                $"{measure.Id} reads '{name}', which the vocabulary does not have",
                NearestName.Hint(name, scope.Known)));
        return new CompiledMeasure(measure, vocabulary, scope, parts, isInForce: !isDraft || treatsDraftAsInForce, isDraft);
    }

    /// <summary>
    /// A frame filled from named facts; what is not named keeps its default, what the measure does not read is passed over.
    /// </summary>
    public Value[] Frame(IReadOnlyDictionary<string, Value> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var frame = Defaults.ToArray();
        for (var slot = 0; slot < frame.Length; slot++)
        {
            if (facts.TryGetValue(Slots[slot].Name, out var value)) frame[slot] = value;
        }

        return frame;
    }

    /// <summary>
    /// An amount written beside the measure (a superior term) as a function of this measure's frame; it may read the measure's own facts
    /// only.
    /// </summary>
    public Bound Bind(Expression expression, ICollection<Diagnostic> faults)
    {
        var scope = new Scope(_vocabulary, Measure.Figures);
        foreach (var attribute in Slots) scope.SlotOf(attribute.Name);
        var bound = new Binder(scope, faults).Bind(expression, ValueKind.Number);
        foreach (var attribute in scope.Slots.Skip(Slots.Count))
            faults.Add(Diagnostic.Error(expression.At, "BS106", $"'{attribute.Name}' is not a fact that {Measure.Id} reads"));
        return bound;
    }

    /// <summary>
    /// The value of a part of this measure's own rules, for explanations: the same reading as the rules themselves, term by term.
    /// </summary>
    public Value Read(Expression part, Value[] frame)
    {
        var scope = new Scope(_vocabulary, Measure.Figures);
        foreach (var attribute in Slots) scope.SlotOf(attribute.Name);
        return new Binder(scope, []).Bind(part, ValueKind.Null)(frame);
    }

    /// <summary>The slot of a fact, or -1 if the measure does not read it.</summary>
    public int SlotOf(string name) => _slotOf.GetValueOrDefault(name, -1);

    /// <summary>Whether the condition under which some claims go first holds.</summary>
    public bool PriorityHolds(Value[] frame) => Parts.PriorityWhen is { } when && when(frame).Holds;

    /// <summary>
    /// Whether an award of one year uses up the first time of later years. Not where the rule itself compares with the highest value of
    /// earlier years: there every line pays in the year in which it is crossed.
    /// </summary>
    public bool PaysFirstYearOnly =>
        Measure.IsFirstTime && !Slots.Any(slot => slot.Name.StartsWith(FactNames.HighestBefore, StringComparison.Ordinal));

    /// <summary>The attributes by whose values an award is paid once.</summary>
    public IReadOnlyList<string> OnceNames => [.. Steps.Once.Select(slot => Slots[slot].Name)];

    /// <summary>The values of the attributes that the once rule counts by, joined; empty if it counts by objects alone.</summary>
    public string OnceAttributes(Value[] frame) =>
        Steps.Once.Length == 0 ? "" : string.Join('|', Steps.Once.Select(slot => frame[slot].ToString()));

    private static IEnumerable<string> NamesReadBySteps(Measure measure) =>
    [
        measure.Validity.DateAttribute,
        FactNames.AlreadyPaid,
        FactNames.ExclusiveAwardTaken,
        FactNames.AssessedAmount,
        FactNames.PayoutRatio,
        FactNames.UpliftBudgetLeft,
        FactNames.UpliftBudgetUnlimited,
        FactNames.TreatDraftAsInForce,
        FactNames.OtherLevelAwardPaid,
        .. measure.Requires,
        .. measure.Quota?.RankBy is { } rank ? new[] { rank } : [],
        .. measure.Priority is { } priority ? new[] { priority.First, priority.Budget } : [],
        .. measure.OnceKeys.Where(key => !OnceKeyNames.Contains(key)),
        .. measure.Caps.Select(cap => FactNames.Paid(cap.Per)).OfType<string>(),
        .. measure.PrincipalCaps.SelectMany(cap => new[] { cap.Attribute, FactNames.PrincipalSubsidised(cap.Per) }),
    ];

    private static readonly string[] OnceKeyNames = ["enterprise", "item", "project", "event", "park", "year"];
}
