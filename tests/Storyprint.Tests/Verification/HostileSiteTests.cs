using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Served;
using Storyprint.Tests.Provenance;

namespace Storyprint.Tests.Verification;

/// <summary>A site that does what it can to exhaust or mislead whoever checks it.</summary>
public sealed class HostileSiteTests : IDisposable
{
    private readonly Checking checking = new();

    [Fact]
    public async Task A_tile_that_claims_ten_gigabytes_is_not_read()
    {
        await using var server = await StartAsync("log/tile/0/000", async context =>
        {
            context.Response.ContentLength = 10L << 30;
            await context.Response.Body.WriteAsync(new byte[100]);
            await context.Response.Body.FlushAsync();
        });
        Assert.Equal(["tile-differs"], Checking.Kinds(await checking.HttpAsync(server)));
    }

    [Theory]
    [InlineData("log/tile/entries/000", "bundle-damaged")]
    [InlineData("log/checkpoint", "checkpoint-unreadable")]
    [InlineData("api/v1/revisions/900000.1", "revision-unreadable")]
    [InlineData("news/900000", "page-unreadable")]
    public async Task An_endless_body_is_cut_off(string address, string expected)
    {
        await using var server = await StartAsync(address, async context =>
        {
            var piece = new byte[1 << 16];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        });
        Assert.Contains(expected, Checking.Kinds(await checking.HttpAsync(server)));
    }

    [Fact]
    public async Task A_body_that_drips_in_for_ever_is_given_up()
    {
        await using var server = await StartAsync("log/tile/0/000", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
                await context.Response.Body.FlushAsync();
                await Task.Delay(50);
            }
        });
        var report = await checking.HttpAsync(server, logOnly: true);
        Assert.Equal((2, "not-read"), (report.ExitCode, Assert.Single(Checking.Kinds(report))));
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var other = await SiteServer.StartAsync(TestSite.Usual());
        await using var server = await StartAsync("log/tile/0/000", context => Task.Run(() => context.Response.Redirect(new Uri(other.Address, "log/tile/0/000").ToString())));
        var report = await checking.HttpAsync(server);
        Assert.Equal((2, "not-read"), (report.ExitCode, Assert.Single(Checking.Kinds(report))));
        Assert.Equal(0, other.Requests);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed_and_a_circle_is_not()
    {
        var site = TestSite.Usual();
        site.Files["news/900000/slug"] = site.Files["news/900000"];
        await using var server = await SiteServer.StartAsync(site, (context, address) =>
        {
            var to = address switch { "news/900000" => "/news/900000/slug", "news/900001" => "/news/900001", _ => null };
            if (to is not null)
            {
                context.Response.Redirect(to, permanent: true);
            }

            return Task.FromResult(to is not null);
        });
        var report = await checking.HttpAsync(server);
        Assert.Equal("news/900001", Assert.Single(report.Findings.All, finding => finding.Kind.Word == "not-read").About);
    }

    [Fact]
    public async Task A_server_that_is_busy_now_and_then_is_asked_again()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        await using var server = await SiteServer.StartAsync(TestSite.Usual(), (context, address) =>
        {
            var time = seen.AddOrUpdate(address, 1, (_, times) => times + 1);
            var isBusy = time < 3;
            context.Response.StatusCode = time == 1 ? 429 : 503;
            context.Response.Headers.RetryAfter = "100";
            return Task.FromResult(isBusy);
        });
        Assert.Empty(Checking.Kinds(await checking.HttpAsync(server)));
    }

    [Fact]
    public async Task A_site_that_is_down_is_no_damage_and_soon_given_up()
    {
        await using var server = await SiteServer.StartAsync(TestSite.Usual(), (context, address) =>
        {
            context.Response.StatusCode = 500;
            return Task.FromResult(address.StartsWith("news/", StringComparison.Ordinal) || address.StartsWith("api/", StringComparison.Ordinal));
        });
        var report = await checking.HttpAsync(server);
        Assert.Equal((2, "not-read"), (report.ExitCode, Assert.Single(Checking.Kinds(report))));
        Assert.InRange(server.Requests, 1, 200);
    }

    [Fact]
    public async Task A_site_that_does_not_answer_at_all_is_not_said_to_lack_anything()
    {
        Uri address;
        await using (var server = await SiteServer.StartAsync(TestSite.Usual()))
        {
            address = server.Address;
        }

        using var site = new Storyprint.Verification.SiteOverHttp(address, Checking.Impatient);
        var report = await checking.RunAsync(site, TestKeys.Log.Verifier, logOnly: false);
        Assert.Equal((2, "not-read"), (report.ExitCode, Assert.Single(Checking.Kinds(report))));
    }

    [Fact]
    public async Task A_log_that_claims_to_be_immense_is_given_up_early()
    {
        var site = TestSite.Usual();
        var signed = SignedCheckpoint.Sign(site.Checkpoint().Body with { Size = long.MaxValue }, TestKeys.Log);
        site.Files[PublishedFiles.Checkpoint] = signed.ToBytes();
        await using var server = await SiteServer.StartAsync(site);
        var watch = Stopwatch.StartNew();
        var report = await checking.HttpAsync(server);
        Assert.Equal(1, report.ExitCode);
        Assert.True(report.Audit!.StoppedEarly);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_log_that_is_another_when_it_is_read_again_is_not_believed()
    {
        var site = TestSite.Usual();
        var bundles = 0;
        await using var server = await SiteServer.StartAsync(site, async (context, address) =>
        {
            if (address != "log/tile/entries/000" || Interlocked.Increment(ref bundles) == 1)
            {
                return false;
            }

            var changed = site.Files[address].ToArray();
            changed[^2] ^= 1;
            await context.Response.Body.WriteAsync(changed);
            return true;
        });
        Assert.Equal(["not-read"], Checking.Kinds(await checking.HttpAsync(server)));
    }

    [Fact]
    public async Task What_is_published_during_a_check_is_no_damage()
    {
        var (before, after) = (TestSite.Usual(), TestSite.Prepared().Release("900000", RevisionKind.Update).Build());
        var checkpoints = 0;
        await using var server = await SiteServer.StartAsync(after, async (context, address) =>
        {
            var isOld = address == PublishedFiles.Checkpoint ? Interlocked.Increment(ref checkpoints) == 1 : !after.Files.ContainsKey(address) && before.Files.ContainsKey(address);
            if (isOld)
            {
                await context.Response.Body.WriteAsync(before.Files[address]);
            }

            return isOld;
        });
        var report = await checking.HttpAsync(server);
        Assert.Empty(Checking.Kinds(report));
        Assert.Contains(report.Findings.Counts, count => count.Kind.Word == "grew");
    }

    public void Dispose() => checking.Dispose();

    private static Task<SiteServer> StartAsync(string address, Func<HttpContext, Task> answer) =>
        SiteServer.StartAsync(TestSite.Usual(), async (context, asked) =>
        {
            if (asked == address)
            {
                await answer(context);
            }

            return asked == address;
        });
}
