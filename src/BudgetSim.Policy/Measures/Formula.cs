// The closed list of ways in which a measure turns facts into an amount before its ceilings.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Measures;

/// <summary>How the amount of a measure is worked out; each shape lowers to one expression in yuan.</summary>
public abstract record Formula
{
    /// <summary>The amount in yuan, before any ceiling, as one expression.</summary>
    public abstract Expression Lower();

    private protected static Expression Product(Expression left, Expression right) =>
        new Expression.Binary(left.At, Operator.Multiply, left, right);

    private protected static Expression Sum(IEnumerable<Expression> terms) =>
        terms.Aggregate((left, right) => new Expression.Binary(left.At, Operator.Add, left, right));

    private protected static Expression Number(Place at, Fraction number) => new Expression.Literal(at, Value.Of(number));

    /// <summary>One amount: a fixed sum, a decided sum, an earmark.</summary>
    public sealed record Stated(Expression Amount) : Formula
    {
        /// <inheritdoc/>
        public override Expression Lower() => Amount;
    }

    /// <summary>The amount of the first tier whose condition holds, else <paramref name="Otherwise"/>.</summary>
    public sealed record Tiered(IReadOnlyList<Tier> Tiers, Expression Otherwise) : Formula
    {
        /// <inheritdoc/>
        public override Expression Lower() =>
            Tiers.Reverse().Aggregate(Otherwise, (rest, tier) => new Expression.Choice(tier.When.At, tier.When, tier.Amount, rest));
    }

    /// <summary>Rates on bases, summed.</summary>
    public sealed record Shares(IReadOnlyList<Share> Parts) : Formula
    {
        /// <inheritdoc/>
        public override Expression Lower() => Sum(Parts.Select(part => Product(part.Rate, part.Base)));
    }

    /// <summary>The least of several shares.</summary>
    public sealed record LeastShare(IReadOnlyList<Share> Parts) : Formula
    {
        /// <inheritdoc/>
        public override Expression Lower() =>
            new Expression.Call(Parts[0].Rate.At, Function.Min, [.. Parts.Select(part => Product(part.Rate, part.Base))]);
    }

    /// <summary>
    /// The rate of the bracket in which the quantity lies. A cliff applies it to the whole base; a marginal schedule
    /// applies each bracket's rate to the part of the quantity inside it.
    /// </summary>
    public sealed record Brackets(Expression Quantity, Expression? Base, IReadOnlyList<Bracket> Rows, bool IsMarginal) : Formula
    {
        /// <inheritdoc/>
        public override Expression Lower() => IsMarginal ? Sum(Rows.Select(Slice)) : Cliff();

        private Expression Cliff()
        {
            var none = Number(Quantity.At, 0);
            var rate = Rows.Reverse().Aggregate(none, (rest, row) => new Expression.Choice(row.From.At, Contains(row), row.Rate, rest));
            return Product(rate, Base ?? Quantity);
        }

        private Expression Contains(Bracket row)
        {
            Expression above = new Expression.Binary(Quantity.At, Operator.GreaterOrEqual, Quantity, row.From);
            if (row.To is null) return above;
            var below = new Expression.Binary(Quantity.At, Operator.LessOrEqual, Quantity, row.To);
            return new Expression.Binary(Quantity.At, Operator.And, above, below);
        }

        private Expression Slice(Bracket row)
        {
            var upper = row.To is null ? Quantity : new Expression.Call(row.From.At, Function.Min, [Quantity, row.To]);
            var width = new Expression.Binary(row.From.At, Operator.Subtract, upper, row.From);
            return Product(row.Rate, new Expression.Call(row.From.At, Function.Max, [width, Number(row.From.At, 0)]));
        }
    }

    /// <summary>Interest on a principal: principal x yearly rate x months / 12.</summary>
    public sealed record Interest(Expression Principal, Expression Rate, Expression Months) : Formula
    {
        private const int MonthsPerYear = 12;

        /// <inheritdoc/>
        public override Expression Lower()
        {
            var yearly = Product(Principal, Rate);
            return new Expression.Binary(Principal.At, Operator.Divide, Product(yearly, Months), Number(Principal.At, MonthsPerYear));
        }
    }

    /// <summary>Amounts per unit times counts, summed (also yuan per kWh).</summary>
    public sealed record PerUnit(IReadOnlyList<UnitAmount> Units) : Formula
    {
        /// <inheritdoc/>
        public override Expression Lower() => Sum(Units.Select(unit => Product(unit.Amount, unit.Count)));
    }

    /// <summary>No money of its own: the row restates another, or only changes how another is read.</summary>
    public sealed record Nothing(Place At) : Formula
    {
        /// <inheritdoc/>
        public override Expression Lower() => Number(At, 0);
    }
}

/// <summary>An amount in yuan that is paid when a condition holds.</summary>
public sealed record Tier(Expression When, Expression Amount);

/// <summary>A rate applied to a base in yuan.</summary>
public sealed record Share(Expression Rate, Expression Base);

/// <summary>A rate for quantities from <paramref name="From"/> to <paramref name="To"/>, both included; no end if null.</summary>
public sealed record Bracket(Expression From, Expression? To, Expression Rate);

/// <summary>Yuan for each of a count.</summary>
public sealed record UnitAmount(Expression Amount, Expression Count);
