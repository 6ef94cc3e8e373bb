using System.Net;
using Microsoft.AspNetCore.Http;
using Storyprint.Stories.Editions;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>
/// Where the newsroom is reached: its one public address, or this machine by the name <c>localhost</c>. Nothing else is taken from a Host header: an address that is neither
/// is told where to go.
/// </summary>
/// <param name="Address">Scheme and host, and the port where it is not the usual one: <c>https://desk.example.org</c>.</param>
/// <param name="Host">The host alone, to which passkeys are bound.</param>
/// <param name="BasePath">What all paths begin with: <c>/newsroom</c>, or nothing on a host of its own.</param>
/// <param name="IsLoopback">Whether it is this machine, without TLS.</param>
public sealed record NewsroomOrigin(string Address, string Host, string BasePath, bool IsLoopback)
{
    /// <summary>The first segment of the newsroom's paths where it shares the readers' host.</summary>
    public const string SharedPath = "/newsroom";

    /// <summary>Whether the cookies can bear the prefix that ties them to the host.</summary>
    public bool IsSecure => Address.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>The public address of a publication's newsroom.</summary>
    public static NewsroomOrigin Public(Publication publication)
    {
        var own = publication.NewsroomPublicAddress;
        return new NewsroomOrigin((own ?? publication.PublicAddress).Origin, (own ?? publication.PublicAddress).Host.Split(':')[0], own is null ? SharedPath : string.Empty, IsLoopback: false);
    }

    /// <summary>The newsroom that a request means, or null where its address is none.</summary>
    public static NewsroomOrigin? Of(Publication publication, HttpContext context)
    {
        var host = context.Request.Host;
        if (IsThisMachine(context) && string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return new NewsroomOrigin($"http://localhost{(host.Port is { } port and not 80 ? $":{port}" : string.Empty)}", "localhost", SharedPath, IsLoopback: true);
        }

        var expected = Public(publication);
        return string.Equals(new Uri(expected.Address).Authority, host.Value, StringComparison.OrdinalIgnoreCase) ? expected : null;
    }

    /// <summary>Whether the browser runs on this machine, and no proxy stands between.</summary>
    internal static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.Any(header => header.Key.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || header.Key.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("Via", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("X-Original-For", StringComparison.OrdinalIgnoreCase));
}
