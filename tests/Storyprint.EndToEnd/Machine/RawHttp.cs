using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Storyprint.EndToEnd.Machine;

/// <summary>A request exactly as written: clients mend broken addresses before they send them.</summary>
internal static class RawHttp
{
    public static async Task<(int Status, string Head, string Body)> SendAsync(Uri server, string method, string target)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"), cancellation);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, cancellation);
        }
        catch (IOException) when (answer.Length > 0)
        {
            // A refused request may end in a reset; what came before it is the answer.
        }

        var text = Encoding.UTF8.GetString(answer.ToArray());
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        return head.Length > 12 && int.TryParse(head.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? (status, head, end < 0 ? string.Empty : text[(end + 4)..])
            : (0, head, string.Empty);
    }
}
