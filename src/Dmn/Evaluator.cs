using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>Finds the values of inputs, decisions, knowledge models and services within a session.</summary>
internal static class Evaluator
{
    public static object? Value(Requirement requirement, Session session) => requirement.Element switch
    {
        DmnInput input => session.Get(input, () => Fact(requirement, input, session)),
        DmnDecision decision => session.Get(decision, () => Decide(requirement, decision, session)),
        DmnKnowledgeModel model => session.Get(model, () => Function(requirement, model, session)),
        DmnDecisionService service => session.Get(service, () => new ServiceFunction(requirement.Unit, service, session)),
        _ => null,
    };

    /// <summary>The scope in which an element's logic is evaluated: what it requires, computed when read.</summary>
    public static Scope Scope(Unit unit, DmnElement element, Session session)
    {
        var scope = new Scope(session.Run);
        foreach (var group in unit.Requirements(element).GroupBy(r => r.Import))
        {
            var context = group.Key is null ? null : new FeelContext();
            foreach (var requirement in group)
            {
                var late = new Lazy<object?>(() => Value(requirement, session), LazyThreadSafetyMode.None);
                if (context is null)
                {
                    scope.Set(Unit.NameOf(requirement.Element), late);
                }
                else
                {
                    context[Unit.NameOf(requirement.Element)] = late;
                }
            }

            if (group.Key is { } import)
            {
                scope.Set(import, context);
            }
        }

        return scope;
    }

    private static object? Fact(Requirement requirement, DmnInput input, Session session)
    {
        var facts = session.Facts;
        if (!facts.TryGetValue(input.VariableName, out var given)
            && !facts.TryGetValue(input.Name, out given)
            && !(input.Extension("english") is { } english && facts.TryGetValue(english, out given)))
        {
            given = requirement.Import is { } import && facts.TryGetValue(import, out var group) && ClrValues.From(group) is FeelContext context
                ? context[input.VariableName]
                : session.Parameters?.TryGet(input, out var figure) == true ? figure : null;
        }

        var value = ClrValues.From(given);
        var type = requirement.Unit.TypeOf(input);
        var fitted = type.Fit(value, out var fits);
        if (!fits)
        {
            session.Warn(input, (type is ConstrainedType { Test: not null } ? Trouble.NotAllowed : Trouble.TypeMismatch)
                .At(default, [value, type.ToString()]));
        }

        return fitted;
    }

    private static object? Decide(Requirement requirement, DmnDecision decision, Session session)
    {
        var (unit, run) = (requirement.Unit, session.Run);
        var before = run.Warnings.Count;
        run.Enter();
        var (value, missing) = Session.Watch(run, () => unit.Ready(decision).Evaluate(Scope(unit, decision, session)));
        run.Leave();
        var trouble = run.Warnings.Skip(before).ToList();
        foreach (var warning in trouble)
        {
            session.Warn(decision, warning);
        }

        run.Forget(before);
        if (value is null && run.Strict)
        {
            // Where no fact is missing and yet something went wrong, the decision itself is what cannot be had; a table says by its rows what it came to.
            var name = requirement.Import is null ? decision.VariableName : requirement.Import + "." + decision.VariableName;
            session.MissingOf[name] = missing.Count == 0 && trouble.Count > 0 && decision.Table is null ? [name] : session.Expand(missing);
        }

        return value;
    }

    private static Closure Function(Requirement requirement, DmnKnowledgeModel model, Session session)
    {
        var unit = requirement.Unit;
        var scope = Scope(unit, model, session);
        if (unit.Logic(model) is not BoxedFunctionNode function)
        {
            return new Closure([], FeelType.Any, _ => null, scope);
        }

        var result = unit.ResultOf(model.TypeRef, model);
        var body = unit.Body(model, function, result);
        var closure = new Closure(function.Parameters, body.Type, body.Evaluate, scope);
        scope.Set(model.VariableName, closure);
        return closure;
    }

    /// <summary>A decision service as a function: what is handed in replaces inputs and input decisions; nothing else of the caller is seen.</summary>
    private sealed class ServiceFunction(Unit unit, DmnDecisionService service, Session session) : FeelFunction
    {
        private readonly IReadOnlyList<Requirement> inputs =
            [.. service.InputFacts.Concat(service.InputDecisions).Select(h => unit.Resolve(h, service)).OfType<Requirement>()];

        public override IReadOnlyList<FeelParameter> Parameters { get; } =
            [.. service.InputFacts.Concat(service.InputDecisions).Select(h => unit.Resolve(h, service)).OfType<Requirement>()
                .Select(r => new FeelParameter(Unit.NameOf(r.Element), r.Unit.TypeOf(r.Element)))];

        public override FeelType Result { get; } = ResultOf(unit, service);

        internal override object? Call(object?[] arguments, Run run, Span at)
        {
            if (arguments.Length != inputs.Count)
            {
                return run.Warn(Trouble.Arguments, at, service.Name);
            }

            var child = new Session(run, new Dictionary<string, object?>()) { Tables = session.Tables, Warnings = session.Warnings, Parameters = session.Parameters };
            for (var i = 0; i < arguments.Length; i++)
            {
                child.Preset(inputs[i].Element, Parameters[i].Type.Fit(arguments[i], out var fits));
                if (!fits)
                {
                    return run.Warn(Trouble.TypeMismatch, at, arguments[i], Parameters[i].Type.ToString());
                }
            }

            run.Enter();
            run.Witness = child;
            try
            {
                return Outputs(child, run, at);
            }
            finally
            {
                run.Witness = session;
                run.Leave();
            }
        }

        private static FeelType ResultOf(Unit unit, DmnDecisionService service) =>
            unit.ResultOf(service.TypeRef, service) is var declared && declared == FeelType.Any && service.OutputDecisions.Count == 1
            && unit.Resolve(service.OutputDecisions[0], service) is { } only ? only.Unit.TypeOf(only.Element) : declared;

        private object? Outputs(Session child, Run run, Span at)
        {
            var outputs = service.OutputDecisions.Select(h => unit.Resolve(h, service)).OfType<Requirement>().ToList();
            object? value;
            if (outputs.Count == 1)
            {
                value = Value(outputs[0], child);
            }
            else
            {
                var context = new FeelContext();
                foreach (var output in outputs)
                {
                    context[Unit.NameOf(output.Element)] = Value(output, child);
                }

                value = context;
            }

            run.Missing.UnionWith(value is null && run.Strict ? child.MissingOf.Values.SelectMany(m => m) : []);
            var fitted = Result.Fit(value, out var fits);
            return fits ? fitted : run.Warn(Trouble.TypeMismatch, at, value, Result.ToString());
        }
    }
}
