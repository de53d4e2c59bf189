using Guiju.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Guiju.Ui;

/// <summary>The desk as a page uses it: one line that ends either on the next page or with an answer to show.</summary>
public sealed class PageDesk(Desk desk, NavigationManager navigation, IHttpContextAccessor http)
{
    /// <summary>Ends when the person has gone away.</summary>
    public CancellationToken Aborted => http.HttpContext?.RequestAborted ?? CancellationToken.None;

    /// <summary>
    /// Performs the act. Done: goes to the page at <paramref name="next"/>, where <paramref name="said"/> is said once.
    /// Anything else comes back as an answer for the form, and nothing was saved.
    /// </summary>
    public async Task<Answer> DoAsync<TResult>(IAct<TResult> act, Func<TResult, string> next, Bilingual? said, CancellationToken ct)
    {
        var outcome = await PerformAsync(act, ct);
        if (outcome is Outcome<TResult>.Done done)
        {
            GoTo(next(done.Value), said);
            return Answer.None;
        }

        return Answer.Of(outcome);
    }

    /// <summary>Performs the act for a page that shows the result itself. Where it was not done, the status of the page says so.</summary>
    public async Task<Outcome<TResult>> PerformAsync<TResult>(IAct<TResult> act, CancellationToken ct)
    {
        var outcome = await desk.PerformAsync(act, ct);
        if (outcome is not Outcome<TResult>.Done)
        {
            Status(StatusOf(outcome));
        }

        return outcome;
    }

    /// <summary>Goes to a page, where <paramref name="said"/> is said once.</summary>
    public void GoTo(string next, Bilingual? said)
    {
        if (said is not null && http.HttpContext is { } context)
        {
            Notices.Say(context, said.Here);
        }

        navigation.NavigateTo(next);
    }

    /// <summary>Errors that the page itself found in what was typed; the act was not tried.</summary>
    public Answer Refuse(params IReadOnlyList<FieldError> errors)
    {
        Status(StatusCodes.Status400BadRequest);
        return Answer.Wrong(errors);
    }

    /// <summary>Nothing stands at this address, or nothing within reach.</summary>
    public void Absent() => Status(StatusCodes.Status404NotFound);

    /// <summary>What the law would say of the act; null where it is not judged or cannot be asked yet. Nothing is done.</summary>
    public Task<Verdict?> CheckAsync<TResult>(IAct<TResult> act, CancellationToken ct) => desk.PreviewAsync(act, ct);

    private void Status(int code)
    {
        if (http.HttpContext is { Response.HasStarted: false } asked)
        {
            asked.Response.StatusCode = code;
        }
    }

    private static int StatusOf<TResult>(Outcome<TResult> outcome) => outcome switch
    {
        Outcome<TResult>.Invalid => StatusCodes.Status400BadRequest,
        Outcome<TResult>.Denied => StatusCodes.Status403Forbidden,
        Outcome<TResult>.Missing => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };
}
