// All attributes and parameters by name.
namespace BudgetSim.Policy.Vocabularies;

/// <summary>All attributes and parameters by name.</summary>
public sealed class Vocabulary(IEnumerable<Attribute> attributes)
{
    private readonly Dictionary<string, Attribute> _byName = attributes.ToDictionary(attribute => attribute.Name);

    /// <summary>Every attribute and parameter, in file order.</summary>
    public IReadOnlyCollection<Attribute> All => _byName.Values;

    /// <summary>The attribute of that name, or null.</summary>
    public Attribute? Find(string name) => _byName.GetValueOrDefault(name);
}
