using Storyprint.Operations;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Releases;

namespace Storyprint.Commands;

/// <summary>Records that something of the publication was carried out of it from the command line.</summary>
internal static class ExportRecord
{
    /// <param name="what">What was taken out.</param>
    /// <param name="to">Where it went.</param>
    public static async Task WriteAsync(Installation installation, string what, string to)
    {
        if (await installation.RecordAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), AuditAct.Exported, what, after: to) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
        }
    }
}
