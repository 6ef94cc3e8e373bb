using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>The page of backups, over HTTP: <c>BackupRoutes</c>, with <c>ProgressAnswer</c> and <c>BackupWords</c> in its answers.</summary>
public class BackupPagesTests
{
    public sealed class OnPostgres : BackupPagesTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_made_listed_downloaded_and_deleted_and_each_is_recorded()
    {
        await using var site = await NewsroomSite.StartAsync();
        var browser = await site.SignedInAsync("chief", Role.Administrator);
        Assert.Contains("No backup of this publication is known here", await TextAsync(browser, "/newsroom/backups"), StringComparison.Ordinal);
        using var started = await NewsroomSite.SendAsync(browser, "/newsroom/backups", "/newsroom/backups");
        Assert.Equal("/newsroom/backups?done=backup-started", started.Headers.Location?.ToString());
        await site.Services.GetRequiredService<BackupRuns>().EndedAsync();
        Assert.Contains("\"ended\":true", await TextAsync(browser, "/newsroom/backups/progress"), StringComparison.Ordinal);
        var place = Assert.Single(site.Services.GetRequiredService<BackupRuns>().Known).Place;
        var page = await TextAsync(browser, "/newsroom/backups");
        Assert.Contains("less than an hour old", page, StringComparison.Ordinal);
        Assert.Contains("accounts of everybody", page, StringComparison.Ordinal);
        Assert.Contains($"storyprint restore {place} --data {site.Small.Folder}-restored{(TestEngine.IsPostgres ? " --to" : "<")}", page, StringComparison.Ordinal);

        var address = $"/newsroom/backups/{Path.GetFileName(place)}/download";
        using var whole = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(0, null) } };
        using var answered = await browser.SendAsync(whole, Cancellation);
        Assert.Equal((HttpStatusCode.PartialContent, new FileInfo(place).Length), (answered.StatusCode, (await answered.Content.ReadAsByteArrayAsync(Cancellation)).LongLength));
        Assert.Single(await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Act = "backup-downloaded" }, null, 9, Cancellation));
        Assert.Equal(await File.ReadAllBytesAsync(place, Cancellation), await browser.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation));
        using var rest = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(100, 199) } };
        using var part = await browser.SendAsync(rest, Cancellation);
        Assert.Equal((HttpStatusCode.PartialContent, 100), (part.StatusCode, (await part.Content.ReadAsByteArrayAsync(Cancellation)).Length));

        await ForgetConfirmationsAsync(site);
        using var asked = await browser.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal($"/newsroom/confirm?then={Uri.EscapeDataString(address["/newsroom".Length..])}", asked.Headers.Location?.ToString());
        using var kept = await NewsroomSite.SendAsync(browser, "/newsroom/backups", $"/newsroom/backups/{Path.GetFileName(place)}/delete");
        Assert.StartsWith("/newsroom/confirm", kept.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(place));
        await ForgetConfirmationsAsync(site, now: true);
        using var deleted = await NewsroomSite.SendAsync(browser, "/newsroom/backups", $"/newsroom/backups/{Path.GetFileName(place)}/delete");
        Assert.Equal("/newsroom/backups?done=backup-deleted", deleted.Headers.Location?.ToString());
        Assert.Contains("Not there any more", await TextAsync(browser, "/newsroom/backups"), StringComparison.Ordinal);
        var acts = (await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Text = place }, null, 9, Cancellation)).Reverse().ToList();
        Assert.Equal(["backup-made", "backup-downloaded", "backup-deleted"], acts.Select(entry => entry.Act));
        Assert.All(acts, entry => Assert.Equal(("chief", "127.0.0.1"), (entry.Actor, entry.NetworkAddress)));
    }

    [Theory]
    [InlineData("publication.json")]
    [InlineData("..%2Fpublication.json")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData(".lock")]
    public async Task Nothing_else_is_ever_downloaded(string name)
    {
        await using var site = await NewsroomSite.StartAsync();
        var browser = await site.SignedInAsync("chief", Role.Administrator);
        using var answer = await browser.GetAsync(new Uri($"/newsroom/backups/{name}/download", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task ForgetConfirmationsAsync(NewsroomSite site, bool now = false)
    {
        await using var connection = await site.Small.Installation.Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync("UPDATE person_session SET confirmed_at = @at", Cancellation, ("@at", now ? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() : 0L));
    }

    private static async Task<string> TextAsync(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
}
