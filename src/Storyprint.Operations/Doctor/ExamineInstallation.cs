using Storyprint.Storage.Engine;

namespace Storyprint.Operations.Doctor;

/// <summary>Runs all checks of an installation. Changes nothing unless asked to rebuild.</summary>
public sealed class ExamineInstallation(DoctorOptions options, TimeProvider clock, IProgress<StepProgress>? progress = null)
{
    public async Task<IReadOnlyList<DoctorFinding>> RunAsync(CancellationToken cancellation)
    {
        var (installation, problem) = Installation.Open(options.Folder);
        if (installation is null)
        {
            return [DoctorFinding.Problem("settings", problem, "Set publication.json right; docs/administrators.md, \"Set up\".")];
        }

        await installation.ReadSettingsAsync(cancellation);
        var findings = new List<DoctorFinding>
        {
            DoctorFinding.Ok("settings", $"{Installation.SettingsPath(installation.Folder)}: {installation.Publication.PublicAddress.Origin}, editions {string.Join(", ", installation.Publication.Editions.Select(edition => edition.Language))}."),
            Writable(installation.Folder),
            PrintMarkCheck.Run(installation.Publication),
        };
        findings.AddRange(installation.SettingWarnings.Select(warning => DoctorFinding.Warning("settings", warning, "Set publication.json right: what is misspelt has no effect.")));
        findings.AddRange(MachineCheck.Run(installation, options.Host, options.Port, clock.GetUtcNow()));
        findings.AddRange(KeysCheck.Run(installation));
        findings.Add(await CopyToolsCheck.RunAsync(cancellation));
        if (options.IsRebuild)
        {
            findings.AddRange(await new StoredDataFindings(installation, progress).RebuildAsync(cancellation));
        }

        var database = await new DatabaseCheck(installation, options.IsFull, clock.GetUtcNow(), progress).RunAsync(cancellation);
        findings.AddRange(database);
        if (!NewPublication.Is(installation) && !database.Any(finding => finding is { Severity: DoctorSeverity.Problem, Point: "database" or "tables" }))
        {
            findings.Add(await MediaAsync(installation, cancellation));
            findings.Add(await MailCheck.RunAsync(installation, clock.GetUtcNow(), cancellation));
            findings.Add(await OldAddressCheck.RunAsync(installation, options.IsFull, progress, cancellation));
            if (options.IsOnline)
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = 1 << 20 };
                findings.Add(await PublicAddressCheck.RunAsync(installation, client, cancellation));
            }
        }

        if (options.Backup is { } backup)
        {
            findings.Add(await BackupCheck.RunAsync(backup, clock.GetUtcNow(), cancellation));
        }

        installation.Database.CloseIdle();
        return findings;
    }

    private async Task<DoctorFinding> MediaAsync(Installation installation, CancellationToken cancellation)
    {
        try
        {
            return await MediaCheck.RunAsync(installation, options.IsFull, progress, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return DoctorFinding.Problem("media", fault.Message, "Look at the disk or the bucket, at its address in the settings, and at the keys to it.");
        }
    }

    private static DoctorFinding Writable(string folder)
    {
        var probe = Path.Combine(folder, $".doctor-{Guid.NewGuid():n}");
        try
        {
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
            return DoctorFinding.Ok("folder", $"{folder} can be written.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return DoctorFinding.Problem("folder", $"{folder} cannot be written: {fault.Message}", "Give it to the user that the program runs as, and look at the disk.");
        }
    }
}

/// <summary>The options of <c>doctor</c>.</summary>
/// <param name="IsFull">Whether to read every row, every log entry and every picture.</param>
/// <param name="IsOnline">Whether to request the public address as well.</param>
/// <param name="Backup">Where backups go, or null.</param>
/// <param name="IsRebuild">Whether to rebuild derived data first; the only option that changes anything.</param>
public sealed record DoctorOptions(string Folder, string Host, int Port, bool IsFull = false, bool IsOnline = false, string? Backup = null, bool IsRebuild = false);
