using System.Linq.Expressions;

namespace Guiju.Kernel.Identity;

/// <summary>Puts a person's reach into the query, never only into the page.</summary>
public static class WithinReach
{
    /// <summary>Rows that a permission reaches, by the row's unit and, for reach <see cref="Reach.Own"/>, by its owner.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Actor actor, string permission, Expression<Func<T, Guid>> unit, Expression<Func<T, Guid?>>? owner = null)
    {
        var reach = actor.For(permission);
        if (reach.All)
        {
            return rows;
        }

        var row = Expression.Parameter(typeof(T), "row");
        var units = reach.Units.ToArray();
        Expression<Func<Guid, bool>> inUnits = id => units.Contains(id);
        Expression within = Swap(inUnits.Body, inUnits.Parameters[0], Swap(unit.Body, unit.Parameters[0], row));
        if (reach.Own && owner is not null && actor.PersonId is { } me)
        {
            Guid? mine = me;
            Expression<Func<Guid?, bool>> isMine = id => id == mine;
            within = Expression.OrElse(within, Swap(isMine.Body, isMine.Parameters[0], Swap(owner.Body, owner.Parameters[0], row)));
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(within, row));
    }

    private static Expression Swap(Expression body, ParameterExpression from, Expression to) => new Swapper(from, to).Visit(body);

    private sealed class Swapper(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
