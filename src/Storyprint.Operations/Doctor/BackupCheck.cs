using Storyprint.Operations.Backup;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks the age of the newest backup.</summary>
internal static class BackupCheck
{
    private const string Point = "backup";

    public static async Task<DoctorFinding> RunAsync(string place, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await MadeAtAsync(place, cancellation) is not { } madeAt)
        {
            return DoctorFinding.Problem(Point, $"There is no backup in {place}.", $"storyprint backup {place}");
        }

        var age = now - madeAt;
        var text = $"{place} was made {(age.TotalHours < 48 ? $"{age.TotalHours:0} hours" : $"{age.TotalDays:0} days")} ago.";
        return age > TimeSpan.FromDays(2)
            ? DoctorFinding.Warning(Point, text, "Make one each night: docs/administrators.md, \"Backups\".")
            : DoctorFinding.Ok(Point, text + " 'storyprint restore --check' reads it.");
    }

    private static async Task<DateTimeOffset?> MadeAtAsync(string place, CancellationToken cancellation)
    {
        // A tar gets its name after it was verified, so its date suffices.
        if (File.Exists(place))
        {
            return File.GetLastWriteTimeUtc(place);
        }

        var manifest = Path.Combine(place, BackupManifest.FileName);
        return File.Exists(manifest) ? BackupManifest.Read(await File.ReadAllBytesAsync(manifest, cancellation))?.MadeAt : null;
    }
}
