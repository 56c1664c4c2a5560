// What values an attribute takes.
namespace BudgetSim.Policy.Vocabularies;

/// <summary>What values an attribute takes.</summary>
public enum AttributeType
{
    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>Yuan, to the fen.</summary>
    Money,

    /// <summary>A whole number, at least 0.</summary>
    Count,

    /// <summary>Any exact number.</summary>
    Number,

    /// <summary>A part of a whole, written with % or ‰.</summary>
    Share,

    /// <summary>A duration in months.</summary>
    Months,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of the words that the vocabulary lists.</summary>
    Choice,

    /// <summary>A figure of a setting that is not one number: a map or a free text, read by the settlement only.</summary>
    Other,
}
