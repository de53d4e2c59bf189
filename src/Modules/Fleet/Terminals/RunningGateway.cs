using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminals;

/// <summary>Gateway, journal and reader together, as the command line and the page server run them.</summary>
internal sealed class RunningGateway(IServiceScopeFactory scopes, TimeProvider clock)
{
    // A terminal that was just fitted is let in after this time at the latest, one that was removed is put out.
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    private readonly TerminalBook book = new();

    /// <summary>Runs until cancelled; what was kept and stored meanwhile. Where one part fails, all are stopped and the failure is told.</summary>
    public async Task<Tally> RunAsync(GatewayOptions options, Func<int, Task> listening, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await ReadBookAsync(ct);
        await using var journal = new FrameJournal(options.Folder);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var reader = new JournalReader(journal, new PositionTables(db.Database.GetDbConnection()));
            using var gateway = new Gateway(options, journal, book, clock);
            await listening(gateway.Start());
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            Task[] all = [gateway.ServeAsync(stop.Token), reader.FollowAsync(stop.Token), RefreshAsync(stop.Token)];
            var first = await Task.WhenAny(all);
            await stop.CancelAsync();
            try
            {
                await first;
                await Task.WhenAll(all);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                // Stopped as asked.
            }

            return new Tally(journal.Kept, journal.Groups, reader.Stored);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Refresh, clock);
        while (await timer.WaitForNextTickAsync(ct))
        {
            await ReadBookAsync(ct);
        }
    }

    private async Task ReadBookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        book.Put(await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<FittedTerminal>().AsNoTracking().Where(t => t.RemovedOn == null).Select(t => t.Number).ToListAsync(ct));
    }

    /// <summary>Frames kept, groups forced to disk, positions stored.</summary>
    internal sealed record Tally(long Frames, long Groups, long Positions);
}
