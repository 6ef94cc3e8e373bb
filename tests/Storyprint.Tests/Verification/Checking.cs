using Storyprint.Provenance.Notes;
using Storyprint.Tests.Provenance;
using Storyprint.Verification;

namespace Storyprint.Tests.Verification;

/// <summary>A temporary folder for a site's files and for what checks remember of it.</summary>
internal sealed class Checking : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-verify-").FullName;
    private int sites;

    public string StatePath => Path.Combine(folder, "state", "verify.json");

    public static HttpTimeouts Impatient { get; } = new() { Answer = TimeSpan.FromSeconds(2), Backoff = TimeSpan.FromMilliseconds(1), RetryAfter = TimeSpan.FromMilliseconds(5) };

    public string Write(TestSite site)
    {
        var written = Directory.CreateDirectory(Path.Combine(folder, $"site-{sites++}")).FullName;
        site.WriteTo(written);
        return written;
    }

    public Task<SiteReport> FolderAsync(TestSite site, VerifierKey? key = null, bool logOnly = false) =>
        RunAsync(new NamedSite("a folder", new SiteInFolder(Write(site))), key ?? TestKeys.Log.Verifier, logOnly);

    /// <summary>Without a key: it is the site's or the one remembered.</summary>
    public Task<SiteReport> FolderWithoutKeyAsync(TestSite site) => RunAsync(new NamedSite("a folder", new SiteInFolder(Write(site))), null, false);

    public async Task<SiteReport> HttpAsync(SiteServer server, bool logOnly = false)
    {
        using var site = new SiteOverHttp(server.Address, Impatient);
        return await RunAsync(site, TestKeys.Log.Verifier, logOnly);
    }

    public Task<SiteReport> RunAsync(IPublishedSite site, VerifierKey? key, bool logOnly) => SiteCheck.RunAsync(
        new SiteCheckRequest { Site = site, State = new StateFile(StatePath), Key = key, LogOnly = logOnly }, TestContext.Current.CancellationToken);

    public static string[] Kinds(SiteReport report) =>
        [.. report.Findings.Counts.Where(count => count.Kind.Severity != Severity.Notice).Select(count => count.Kind.Word).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The same address for different folders, as a site has from day to day.</summary>
    private sealed class NamedSite(string name, IPublishedSite site) : IPublishedSite
    {
        public string Name => name;

        public bool CanSayGone => site.CanSayGone;

        public Task<SiteAnswer?> ReadAsync(string address, int limit, CancellationToken cancellation) => site.ReadAsync(address, limit, cancellation);
    }
}
