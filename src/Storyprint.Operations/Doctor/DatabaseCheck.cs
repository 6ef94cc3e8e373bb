using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks that the database opens, is intact, and holds the published log. Changes nothing.</summary>
/// <param name="isFull">Whether to read everything, and not only what is quick.</param>
internal sealed class DatabaseCheck(Installation installation, bool isFull, DateTimeOffset now, IProgress<StepProgress>? progress)
{
    // Of another version, so nothing else of the database can be asked.
    private const string Tables = "tables";
    private const string RestoreIt = "Stop the program and restore a backup into a new folder ('storyprint restore', with --to onto a server), then 'storyprint log recover'.";

    public async Task<IReadOnlyList<DoctorFinding>> RunAsync(CancellationToken cancellation)
    {
        if (NewPublication.Is(installation) && await IsEmptyAsync(cancellation))
        {
            return [DoctorFinding.Ok("database", $"There is none yet: the first start ('storyprint serve', or an import) makes it{(installation.Database is SqliteDatabase none ? $" in {none.FilePath}" : "s tables on the server")}.")];
        }

        if (installation.Database is SqliteDatabase file && !File.Exists(file.FilePath))
        {
            return [DoctorFinding.Problem("database", $"There is no {file.FilePath}.", "Restore a backup; or, if this publication is new, start it once with 'storyprint serve'.")];
        }

        try
        {
            var engine = await EngineAsync(cancellation);
            return engine.Any(finding => finding.Point == Tables) ? engine : [.. engine, .. await WatchAsync(cancellation), .. await LogAsync(cancellation), .. Witnesses()];
        }
        catch (DbException fault)
        {
            return [DoctorFinding.Problem("database", $"It cannot be used: {fault.Message}", "Look at the file's owner and rights, at the disk, or at the server. If it is damaged: " + RestoreIt)];
        }
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        if (installation.Database is not PostgresDatabase server)
        {
            return true;
        }

        try
        {
            await using var connection = await server.OpenAsync(cancellation);
            return await connection.ScalarAsync<long>("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'story'", cancellation) == 0;
        }
        catch (DbException)
        {
            // Safe: the checks that follow meet the same fault and tell it.
            return false;
        }
    }

    private async Task<IReadOnlyList<DoctorFinding>> EngineAsync(CancellationToken cancellation)
    {
        if (!await installation.Database.IsCurrentAsync(cancellation))
        {
            return [DoctorFinding.Problem(Tables, "The tables are of another version of the program.", "Start this version once with 'storyprint serve': it changes them. If a newer version was used before, use that one.")];
        }

        var damage = await installation.Database.DamageAsync(isFull, cancellation);
        return damage.Count == 0
            ? [DoctorFinding.Ok("database", installation.Database is PostgresDatabase server ? $"{server.Place} answers, tables current; the server looks after its own files." : isFull ? "Whole, every row against every index." : "Opens, tables current, no damage that a quick look finds (--full reads all).")]
            : [DoctorFinding.Problem("database", $"It is damaged: {string.Join(" ", damage.Take(3))}", RestoreIt)];
    }

    private async Task<IReadOnlyList<DoctorFinding>> WatchAsync(CancellationToken cancellation) =>
        installation.Database is not PostgresDatabase server ? []
        : await server.ExamineWatchAsync(cancellation) is { } deaf
        ? [DoctorFinding.Warning("notices", deaf, "Name a direct address of the server in STORYPRINT_LISTEN; docs/administrators.md, \"What can go wrong with several nodes\".")]
        : [DoctorFinding.Ok("notices", "Releases of other nodes are heard of at once.")];

    private async Task<IReadOnlyList<DoctorFinding>> LogAsync(CancellationToken cancellation)
    {
        var findings = new List<DoctorFinding>();
        if (await installation.Log.CheckAsync(cancellation) is { } problem)
        {
            findings.Add(DoctorFinding.Problem("log and mark", problem.Sentence, "'storyprint log status' says more; docs/administrators.md, \"A database that was set back\"."));
        }
        else
        {
            findings.Add(await new MarkCheck(installation).RunAsync(cancellation));
        }

        if (!isFull)
        {
            return findings;
        }

        var log = await LogIntegrityCheck.ReadAsync(installation.Database, progress, cancellation);
        findings.Add(log.Problem is { } broken
            ? DoctorFinding.Problem("log", broken, RestoreIt)
            : DoctorFinding.Ok("log", $"{log.Head!.Size:N0} entries give the root {log.Head.Root}."));
        findings.AddRange(await new StoredDataFindings(installation, progress).RunAsync(cancellation));
        return findings;
    }

    private IEnumerable<DoctorFinding> Witnesses()
    {
        if (installation.Witnesses.IsEmpty)
        {
            yield return DoctorFinding.Ok("witnesses", "None is named. With witnesses nobody can show two histories to two people: docs/administrators.md, \"Witnesses\".");
            yield break;
        }

        var statements = installation.Log.Mark.LastStatements().ToDictionary(each => each.Name, each => each.Statement, StringComparer.Ordinal);
        foreach (var witness in installation.Witnesses.Witnesses)
        {
            var point = $"witness {witness.Name}";
            yield return statements.GetValueOrDefault(witness.Name) switch
            {
                null => DoctorFinding.Warning(point, "It has never answered.", "'storyprint log status' asks it now and says what it answers."),
                WitnessStatement.Cosigned said when said.At > now.AddDays(-2) => DoctorFinding.Ok(point, $"It cosigned {said.Size:N0} entries at {said.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
                WitnessStatement.Cosigned said => DoctorFinding.Ok(point, $"It last cosigned {said.Size:N0} entries, at {said.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
                var said => DoctorFinding.Problem(point, $"It does not agree with this log ({said.Size:N0} entries).", "'storyprint log status' says what to do."),
            };
        }
    }
}
