using System.CommandLine;
using Storyprint.Serving;

namespace Storyprint.Commands;

/// <summary><c>storyprint serve</c>: serves a publication.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var data = SharedOptions.Data();
        var port = SharedOptions.Port();
        var host = SharedOptions.Host();
        var command = new Command("serve", "Serve a publication.") { data, port, host };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(
            parsed.GetValue(data)!,
            installation => WebHost.RunAsync(installation, parsed.GetValue(host)!, parsed.GetValue(port), [], cancellation),
            cancellation));
        return command;
    }
}
