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
        command.SetAction(async (parsed, cancellation) =>
        {
            var (installation, problem) = Installation.Open(parsed.GetValue(data)!);
            if (installation is null)
            {
                await Console.Error.WriteLineAsync(problem);
                return 1;
            }

            // Readers are served whether or not anything can be released.
            if (await installation.PrepareAsync(cancellation) is { } refused)
            {
                await Console.Error.WriteLineAsync($"Nothing can be released: {refused.Sentence}");
            }

            return await WebHost.RunAsync(installation, parsed.GetValue(host)!, parsed.GetValue(port), [], cancellation);
        });
        return command;
    }
}
