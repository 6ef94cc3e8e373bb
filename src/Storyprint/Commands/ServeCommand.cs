using System.CommandLine;
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
        var command = new Command("serve", "Serve a publication.") { data, port, host };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation =>
        {
            // In parallel with the creation of the web server: a start takes as long as the slower of the two.
            var ready = Task.Run(() => OpenPublication.PrepareForReadingAsync(installation, cancellation), cancellation);
            return WebHost.RunAsync(installation, parsed.GetValue(host)!, parsed.GetValue(port), ready, [], cancellation);
        }, readsSettings: false));
        return command;
    }
}
