using Storyprint.Verification;

namespace Storyprint.Tests.Verification;

public sealed class SiteCheckTests : IDisposable
{
    private readonly Checking checking = new();

    public static TheoryData<string> Damages => [.. SiteDamage.All.Select(damage => damage.Name)];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Each_damage_is_found_in_a_folder(string name) => Holds(SiteDamage.Named(name), await checking.FolderAsync(SiteDamage.Named(name).Make()));

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Each_damage_is_found_over_http(string name)
    {
        await using var server = await SiteServer.StartAsync(SiteDamage.Named(name).Make());
        var report = await checking.HttpAsync(server);
        Holds(SiteDamage.Named(name), report);
        Assert.InRange(server.MostAtOnce, 1, 8);
    }

    [Fact]
    public async Task A_good_site_is_counted_whole()
    {
        var report = await checking.FolderAsync(TestSite.Usual());
        Assert.Equal((310, 9, 12, 2, 0), (report.Audit!.Entries, report.Log!.Stories.Count, report.Revisions!.Texts, report.Revisions.Erased, report.ExitCode));
        Assert.Equal((14, 9), (report.Receipts!.Good, report.Pages!.Good));
        Assert.Equal("w1", Assert.Single(report.Witnesses).Name);
    }

    [Fact]
    public async Task With_log_only_nothing_but_the_log_is_read()
    {
        var site = TestSite.Usual();
        foreach (var address in site.Files.Keys.Where(address => address.StartsWith("news/", StringComparison.Ordinal) || address.StartsWith("api/", StringComparison.Ordinal)).ToList())
        {
            site.Files.Remove(address);
        }

        Assert.Equal(0, (await checking.FolderAsync(site, logOnly: true)).ExitCode);
        Assert.Equal(1, (await checking.FolderAsync(site)).ExitCode);
    }

    [Fact]
    public async Task A_key_that_only_the_site_names_is_believed_once_and_said_so()
    {
        var first = await checking.FolderWithoutKeyAsync(TestSite.Usual());
        Assert.Contains(first.Findings.Counts, count => count.Kind == FindingKinds.KeyFromSite);
        var second = await checking.FolderWithoutKeyAsync(TestSite.Usual());
        Assert.DoesNotContain(second.Findings.Counts, count => count.Kind == FindingKinds.KeyFromSite);
        Assert.Equal((0, KeySource.Kept), (second.ExitCode, second.Trust!.Source));
    }

    [Fact]
    public async Task Without_any_key_nothing_is_believed()
    {
        var site = TestSite.Usual();
        site.Files.Remove(Storyprint.Provenance.Served.PublishedFiles.Keys);
        var report = await checking.FolderWithoutKeyAsync(site);
        Assert.Equal(2, report.ExitCode);
        Assert.Null(report.Audit);
    }

    [Fact]
    public async Task A_folder_may_name_revisions_and_pages_as_other_tools_do()
    {
        var folder = checking.Write(TestSite.Usual());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "api", "v1", "revisions")))
        {
            File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file)));
        }

        var slug = Directory.CreateDirectory(Path.Combine(folder, "news", "1125540", "سه‌شنبه-harbour")).FullName;
        File.Move(Path.Combine(folder, "news", "1125540", "index.html"), Path.Combine(slug, "index.html"));
        var report = await checking.RunAsync(new SiteInFolder(folder), null, logOnly: false);
        Assert.Empty(Checking.Kinds(report));
    }

    [Fact]
    public async Task A_log_of_seventy_thousand_entries_is_read_whole_and_damage_on_every_level_is_found()
    {
        var site = TestSite.Prepared(69_990).Build(withContents: false);
        var good = await checking.FolderAsync(site, logOnly: true);
        Assert.Equal((70_000, 277, 0), (good.Audit!.Entries, good.Audit.Tiles, good.ExitCode));
        Assert.Equal(69_993, good.Log!.Stories.Count);
        string[] tiles = ["log/tile/0/100", "log/tile/0/273.p/112", "log/tile/1/000", "log/tile/1/001.p/17", "log/tile/2/000.p/1"];
        foreach (var tile in tiles)
        {
            site.Flip(tile, 1);
        }

        var damaged = await checking.FolderAsync(site, logOnly: true);
        Assert.Equal(tiles, damaged.Findings.All.Where(finding => finding.Kind == FindingKinds.TileDiffers).Select(finding => finding.About).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Findings_without_end_are_counted_and_not_kept()
    {
        var site = TestSite.Usual(1100);
        foreach (var page in site.Files.Keys.Where(address => address.StartsWith("news/9", StringComparison.Ordinal)).ToList())
        {
            site.Files.Remove(page);
        }

        var report = await checking.FolderAsync(site);
        Assert.Equal((1100, 1000), (report.Findings.Counts.Single(count => count.Kind == FindingKinds.PageMissing).Count, report.Findings.All.Count(finding => finding.Kind == FindingKinds.PageMissing)));
    }

    public void Dispose() => checking.Dispose();

    private static void Holds(SiteDamage damage, SiteReport report)
    {
        Assert.Equal(damage.Expected, Checking.Kinds(report));
        Assert.Equal(damage.ExitCode, report.ExitCode);
        Assert.NotEmpty(ReportText.Write(report));
    }
}
