using System.Net.Sockets;
using System.Text;

namespace Storyprint.Tests.Mail;

/// <summary>A mail server that takes everything and has no manners at the goodbye.</summary>
internal static class RudeServer
{
    /// <param name="goodbye">What it answers to QUIT: nothing where empty, a letter now and then where "drip".</param>
    public static async Task ServeAsync(TcpListener listener, string goodbye, CancellationToken end)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync(end);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await SayAsync(stream, "220 here\r\n", end);
            while (await reader.ReadLineAsync(end) is { } line)
            {
                switch (line)
                {
                    case "DATA":
                        await SayAsync(stream, "354 go on\r\n", end);
                        while (await reader.ReadLineAsync(end) != ".")
                        {
                        }

                        await SayAsync(stream, "250 taken\r\n", end);
                        break;
                    case "QUIT" when goodbye == "drip":
                        while (true)
                        {
                            await SayAsync(stream, "2", end);
                            await Task.Delay(100, end);
                        }

                    case "QUIT" when goodbye.Length == 0:
                        await Task.Delay(Timeout.Infinite, end);
                        break;
                    case "QUIT":
                        await SayAsync(stream, $"{goodbye}\r\n", end);
                        return;
                    default:
                        await SayAsync(stream, "250 yes\r\n", end);
                        break;
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // The other side left, or the test is over.
        }
    }

    private static Task SayAsync(NetworkStream stream, string words, CancellationToken end) => stream.WriteAsync(Encoding.ASCII.GetBytes(words), end).AsTask();
}
