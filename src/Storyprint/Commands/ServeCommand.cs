using System.CommandLine;
using Storyprint.Operations;
using Storyprint.Serving;

namespace Storyprint.Commands;

/// <summary><c>storyprint serve</c>: serves a publication.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var port = SharedOptions.Port();
        var host = SharedOptions.Host();
        var command = new Command("serve", "Serve a publication, or begin one in a folder that has none.") { data, port, host };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(data)!;
            return File.Exists(Installation.SettingsPath(folder)) || await SetupHost.RunAsync(folder, parsed.GetValue(host)!, parsed.GetValue(port), cancellation)
                ? await ServeAsync(folder, parsed.GetValue(host)!, parsed.GetValue(port), cancellation) : 0;
        });
        return command;
    }

    private static Task<int> ServeAsync(string folder, string host, int port, CancellationToken cancellation) => OpenPublication.RunAsync(folder, installation =>
    {
        // In parallel with the creation of the web server: a start takes as long as the slower of the two.
        var ready = Task.Run(() => OpenPublication.PrepareForReadingAsync(installation, cancellation), cancellation);
        return WebHost.RunAsync(installation, host, port, ready, [], cancellation);
    }, readsSettings: false);
}
