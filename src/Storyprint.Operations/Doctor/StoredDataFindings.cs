using System.Data.Common;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Integrity;
using Storyprint.Storage.Releases;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks the stored data against what was sealed, and rebuilds derived data.</summary>
internal sealed class StoredDataFindings(Installation installation, IProgress<StepProgress>? progress)
{
    private const int Named = 20;

    public async Task<IReadOnlyList<DoctorFinding>> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var check = new StoredDataCheck(installation.Database, installation.Log.Publisher);
            var faults = await check.RunAsync(progress, cancellation);
            if (await installation.Stores.Audit.FaultAsync(cancellation) is { } broken)
            {
                return [DoctorFinding.Problem("record of acts", broken, Restore), .. Told(faults, check)];
            }

            return [DoctorFinding.Ok("record of acts", "Every entry follows from the one before."), .. Told(faults, check)];
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidCastException or FormatException)
        {
            return [DoctorFinding.Problem("stored text", $"It cannot be held against the log: {fault.Message}", Restore)];
        }
    }

    private static List<DoctorFinding> Told(IReadOnlyList<IntegrityFault> faults, StoredDataCheck check) => faults.Count == 0
                ? [DoctorFinding.Ok("stored text", $"{check.Stories:N0} stories: every revision is what the log holds, and every list is what the revisions say.")]
                : [.. Of("stored text", faults.Where(fault => !fault.IsDerived), check.Count.Sealed, Restore), .. Of("derived data", faults.Where(fault => fault.IsDerived), check.Count.Derived, Rebuild)];

    /// <summary>Rebuilds derived data and reports what was changed.</summary>
    public async Task<IReadOnlyList<DoctorFinding>> RebuildAsync(CancellationToken cancellation)
    {
        try
        {
            var outcome = await new RebuildDerivedData(installation.Database, installation.Log.Publisher).RunAsync(progress, cancellation);
            var unrecorded = await installation.RecordAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), AuditAct.Rebuilt, "derived data", after: $"{outcome.Changed.Count} changed, {outcome.Left.Count} left");
            return
            [
                .. outcome.Changed.Count == 0
                    ? [DoctorFinding.Ok("rebuild", "Nothing had to be made again.")]
                    : outcome.Changed.Select(fault => DoctorFinding.Ok("rebuild", $"Made again: {fault.Where}: {fault.Sentence}")),
                .. outcome.Left.Select(fault => DoctorFinding.Problem("rebuild", $"Left as it is: {fault.Where}: {fault.Sentence}", "What was sealed of it is damaged. " + Restore)),
                .. unrecorded is null ? (DoctorFinding[])[] : [DoctorFinding.Warning("rebuild", unrecorded, "Look at the disk and at who may write the database.")],
            ];
        }
        catch (Exception fault) when (fault is InvalidDataException or DbException)
        {
            return [DoctorFinding.Problem("rebuild", $"Derived data could not be made again: {fault.Message}", Restore)];
        }
    }

    private const string Rebuild = "'storyprint doctor --rebuild' makes it again from the newest revisions. Find out who wrote to the database.";
    private const string Restore = "Keep this database as evidence, and find out who wrote to it. Take the words from a backup or an archive: nothing that was sealed is ever made again by the program.";

    private static IEnumerable<DoctorFinding> Of(string point, IEnumerable<IntegrityFault> faults, long count, string advice)
    {
        var named = faults.Take(Named).ToList();
        foreach (var fault in named)
        {
            yield return DoctorFinding.Problem(point, $"{fault.Where}: {fault.Sentence}", advice);
        }

        if (count > named.Count)
        {
            yield return DoctorFinding.Problem(point, $"{count - named.Count:N0} more like these.", advice);
        }
    }
}
