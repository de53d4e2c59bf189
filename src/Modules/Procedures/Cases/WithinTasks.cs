using System.Linq.Expressions;
using Guiju.Kernel.Identity;

namespace Guiju.Procedures.Cases;

/// <summary>Which open tasks are a person's to take: named, in a pool that a permission of theirs reaches, or fallen to them on duty. Part of the query, never of the page.</summary>
internal static class WithinTasks
{
    public static IQueryable<WorkTask> For(this IQueryable<WorkTask> tasks, Actor actor)
    {
        if (actor.IsSystem)
        {
            return tasks.Where(t => t.State == TaskState.Open);
        }

        if (actor.PersonId is not { } me)
        {
            return tasks.Where(t => false);
        }

        var task = Expression.Parameter(typeof(WorkTask), "t");
        var any = Pools(actor).Append(Duty(actor)).OfType<Expression<Func<WorkTask, bool>>>()
            .Aggregate(Body(t => t.State == TaskState.Open && t.PersonId == me, task), (all, next) => Expression.OrElse(all, Body(next, task)));
        return tasks.Where(Expression.Lambda<Func<WorkTask, bool>>(any, task)).Where(t => t.BarredId == null || t.BarredId != me);
    }

    // Permissions that reach the same units share one condition, so that a person with many permissions asks a short question. Each condition says for itself that
    // the task is open, so that its own index of open tasks serves it; that nobody is named is written so that no index of people is taken for it.
    private static IEnumerable<Expression<Func<WorkTask, bool>>> Pools(Actor actor)
    {
        var everywhere = actor.Grants.Where(g => g.Value.All).Select(g => g.Key).ToArray();
        if (everywhere.Length > 0)
        {
            yield return t => t.State == TaskState.Open && everywhere.Contains(t.Permission) && (t.PersonId ?? Guid.Empty) == Guid.Empty;
        }

        foreach (var alike in actor.Grants.Where(g => !g.Value.All && g.Value.Units.Count > 0).GroupBy(g => string.Join(',', g.Value.Units.Order())))
        {
            var codes = alike.Select(g => g.Key).ToArray();
            var units = alike.First().Value.Units.ToArray();
            yield return t => t.State == TaskState.Open && codes.Contains(t.Permission) && units.Contains(t.UnitId) && (t.PersonId ?? Guid.Empty) == Guid.Empty;
        }
    }

    private static Expression<Func<WorkTask, bool>>? Duty(Actor actor)
    {
        var reach = actor.For(ProceduresPermissions.Duty);
        var units = reach.Units.ToArray();
        return reach.All ? t => t.State == TaskState.Open && t.OnDuty : units.Length > 0 ? t => t.State == TaskState.Open && t.OnDuty && units.Contains(t.UnitId) : null;
    }

    private static Expression Body(Expression<Func<WorkTask, bool>> condition, ParameterExpression task) =>
        new Swap(condition.Parameters[0], task).Visit(condition.Body);

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
