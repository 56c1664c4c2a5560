// What values an attribute takes.
namespace BudgetSim.Policy.Vocabularies;

/// <summary>What values an attribute takes.</summary>
public enum AttributeType
{
    Truth,
    Money,
    Count,
    Number,
    Share,
    Months,
    Date,
    Choice,

    /// <summary>A figure of a setting that is not one number: a map or a free text, read by the settlement only.</summary>
    Other,
}
