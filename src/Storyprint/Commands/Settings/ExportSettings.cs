using System.CommandLine;
using Storyprint.Operations;

namespace Storyprint.Commands.Settings;

/// <summary><c>storyprint settings export</c>: the settings as a <c>publication.json</c>, to fill another installation with.</summary>
internal static class ExportSettings
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var to = new Option<string?>("--to") { Description = "The file to write; the terminal where nothing is said." };
        var command = new Command("export", "Write the settings as a publication.json. The machine's own, database and media, are left out.") { to, data };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, async installation =>
        {
            await ExportRecord.WriteAsync(installation, "settings", parsed.GetValue(to) is { } file ? Path.GetFullPath(file) : "terminal");
            if (parsed.GetValue(to) is not { } path)
            {
                await parsed.InvocationConfiguration.Output.WriteAsync(SettingsFile.Export(installation.Publication));
                return 0;
            }

            try
            {
                await SettingsFile.ExportAsync(path, installation.Publication, cancellation);
                return 0;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return await SettingsReport.RefuseAsync(parsed, $"{path} cannot be written: {fault.Message}");
            }
        }, cancellation));
        return command;
    }
}
