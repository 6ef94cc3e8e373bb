using Storyprint.NewsroomPages.Hosting;
using Storyprint.Operations.Disk;

namespace Storyprint.NewsroomPages.Health;

/// <summary>The newest examination of the machine. Looking takes seconds in a large archive, so that whoever opens the page sees what was found last, and when.</summary>
internal sealed class LatestExamination(NewsroomParts parts)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Examination? newest;
    private Task<Examination>? running;

    /// <summary>The newest one, and begins another where it is not fresh. The first is waited for.</summary>
    /// <param name="isAnew">Whether another one is wanted, and waited for.</param>
    public async Task<Examination> GetAsync(bool isAnew, CancellationToken cancellation)
    {
        Task<Examination>? begun;
        Examination? known;
        lock (gate)
        {
            known = newest;
            if (running is null && (isAnew || known is null || parts.Clock.GetUtcNow() - known.At > Fresh))
            {
                running = Task.Run(ExamineAsync, CancellationToken.None);
            }

            begun = running;
        }

        return begun is not null && (isAnew || known is null) ? await begun.WaitAsync(cancellation) : known!;
    }

    private async Task<Examination> ExamineAsync()
    {
        try
        {
            var (at, growth) = (parts.Clock.GetUtcNow(), new DiskGrowth(parts.Installation.Folder));
            var use = await DiskUse.ReadAsync(parts.Installation, parts.Backups.Folder, parts.Imports.Jobs.Folder, TimeSpan.FromSeconds(1), CancellationToken.None);
            growth.Note(at, use.Content);
            var findings = await parts.ExamineAsync(CancellationToken.None);
            var made = new Examination(at, [.. findings.OrderByDescending(finding => finding.Severity)], use, growth.Since(at, use.Content));
            lock (gate)
            {
                newest = made;
            }

            return made;
        }
        finally
        {
            lock (gate)
            {
                running = null;
            }
        }
    }
}

/// <param name="Findings">The worst first.</param>
/// <param name="Growth">Over how many days the publication grew by how much; null where that is not known.</param>
internal sealed record Examination(DateTimeOffset At, IReadOnlyList<HealthFinding> Findings, DiskUse Use, (int Days, long Bytes)? Growth);
