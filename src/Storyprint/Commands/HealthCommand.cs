using System.CommandLine;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint health</c>: asks a running server whether it is ready, for images without curl or wget.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var url = new Argument<string?>("url") { Description = "Address of the server. Default: this machine, STORYPRINT_PORT.", DefaultValueFactory = _ => null };
        var port = SharedOptions.Port();
        var command = new Command("health", "Ask a running server whether it is ready. Exit code 0: it is; 1: it is not.") { url, port };
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetValue(url) ?? $"http://127.0.0.1:{parsed.GetValue(port)}";
            if (!Uri.TryCreate(address, UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https"))
            {
                return await CommandError.WriteAsync($"'{address}' is no address like http://127.0.0.1:8080.");
            }

            try
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1 << 16 };
                using var answer = await client.GetAsync(new Uri(root, "/health/ready"), cancellation);
                var said = (await answer.Content.ReadAsStringAsync(cancellation)).Trim();
                if (answer.IsSuccessStatusCode && said.StartsWith("ready\n", StringComparison.Ordinal))
                {
                    await Console.Error.WriteLineAsync(said["ready\n".Length..]);
                    return 0;
                }

                return answer.IsSuccessStatusCode && said == "ready" ? 0 : await CommandError.WriteAsync($"{root} is not ready: {(int)answer.StatusCode} {said[..Math.Min(said.Length, 200)]}");
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                return await CommandError.WriteAsync($"{root} does not answer: {fault.Message}");
            }
        });
        return command;
    }
}
