using System.Data.Common;
using System.Text;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Audit;

public class AuditTrailTests
{
    public sealed class OnPostgres : AuditTrailTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_follow_one_another_without_a_gap_and_the_chain_holds()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var store = new AuditStore(desk.Database, desk.Clock);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(at => store.AppendAsync(TestActor.Editor, AuditAct.DeskChanged, $"desk {at}", "was", "is \"quoted\" ‏فارسی\0", Cancellation)));
        var entries = await store.FindAsync(new AuditSearch(), null, 100, Cancellation);
        Assert.Equal(Enumerable.Range(1, 20).Reverse().Select(number => (long)number), entries.Select(entry => entry.Number));
        Assert.Null(await store.FaultAsync(Cancellation));
        Assert.Equal((20L, entries[0].Digest), await store.HeadAsync(Cancellation));
    }

    [Fact]
    public async Task An_act_in_many_parts_is_recorded_once_an_hour_for_each_person_place_and_subject()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var clock = new SetClock(DateTimeOffset.UtcNow);
        var store = new AuditStore(desk.Database, clock);
        foreach (var minutes in (int[])[0, 1, 58, 2])
        {
            clock.Now = clock.Now.AddMinutes(minutes);
            await Recorded(TestActor.Editor, "one.tar");
            await Recorded(TestActor.Editor, "two.tar");
            await Recorded(TestActor.Editor with { NetworkAddress = "192.0.2.7" }, "one.tar");
            await Recorded(new ReleaseContext("june", ReleaseMeans.Newsroom), "one.tar");
        }

        Assert.Equal(8, (await store.FindAsync(new AuditSearch(), null, 100, Cancellation)).Count);

        Task Recorded(ReleaseContext by, string subject) => store.AppendUnlessRecentAsync(by, AuditAct.BackupDownloaded, subject, TimeSpan.FromHours(1), cancellation: Cancellation);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET actor = 'nobody' WHERE number = 2")]
    [InlineData("DELETE FROM audit_entry WHERE number = 2")]
    public async Task Triggers_refuse_to_change_or_delete_an_entry(string sql)
    {
        using var desk = await FilledAsync();
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync(sql, Cancellation));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    // By who can drop the triggers.
    [Theory]
    [InlineData("UPDATE audit_entry SET actor = 'nobody' WHERE number = 2", "Entry 2 ")]
    [InlineData("UPDATE audit_entry SET after = NULL WHERE number = 3", "Entry 3 ")]
    [InlineData("DELETE FROM audit_entry WHERE number = 2", "Entry 2 ")]
    [InlineData("DELETE FROM audit_entry WHERE number = 1", "Entry 1 ")]
    public async Task The_chain_names_where_somebody_changed_the_record(string sql, string named)
    {
        using var desk = await FilledAsync();
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            foreach (var trigger in (string[])["audit_entry_stands", "audit_entry_stays"])
            {
                await connection.ExecuteAsync(TestEngine.IsPostgres ? $"DROP TRIGGER {trigger} ON audit_entry" : $"DROP TRIGGER {trigger}", Cancellation);
            }

            await connection.ExecuteAsync(sql, Cancellation);
        }

        Assert.StartsWith(named, await new AuditStore(desk.Database, desk.Clock).FaultAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_release_is_recorded_in_its_own_transaction_and_without_its_words()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync("The quiet harbour");
        var entry = Assert.Single(await new AuditStore(desk.Database, desk.Clock).FindAsync(new AuditSearch { Act = AuditAct.Released.Word }, null, 10, Cancellation));
        Assert.Equal(($"{code}.1", "Publish", TestActor.Editor.Actor, TestActor.Editor.Means), (entry.Subject, entry.After, entry.Actor, entry.Means));
        Assert.DoesNotContain("harbour", entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_is_refused_leaves_no_entry()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        await desk.UpdateAsync(code, 7, "It carries 130 people.");
        Assert.Single(await new AuditStore(desk.Database, desk.Clock).FindAsync(new AuditSearch(), null, 10, Cancellation));
    }

    [Fact]
    public async Task A_search_finds_by_act_actor_words_and_time_and_takes_percent_signs_for_what_they_are()
    {
        using var desk = await FilledAsync();
        var store = new AuditStore(desk.Database, desk.Clock);
        async Task<int> CountAsync(AuditSearch search) => (await store.FindAsync(search, null, 100, Cancellation)).Count;
        Assert.Equal(1, await CountAsync(new AuditSearch { Act = AuditAct.SignIn.Word }));
        Assert.Equal(3, await CountAsync(new AuditSearch { Actor = TestActor.Editor.Actor }));
        Assert.Equal(1, await CountAsync(new AuditSearch { Text = "HARBOUR" }));
        Assert.Equal(0, await CountAsync(new AuditSearch { Text = "%" }));
        Assert.Equal(3, await CountAsync(new AuditSearch { From = desk.Clock.Now, To = desk.Clock.Now.AddSeconds(1) }));
        Assert.Equal(0, await CountAsync(new AuditSearch { To = desk.Clock.Now }));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_put_an_entry_before_another()
    {
        using var desk = await FilledAsync();
        var before = desk.Clock.Now;
        desk.Clock.Now = before.AddYears(-1);
        var store = new AuditStore(desk.Database, desk.Clock);
        await store.AppendAsync(TestActor.Editor, AuditAct.SignOut, "anna", cancellation: Cancellation);
        Assert.Equal(before, (await store.FindAsync(new AuditSearch(), null, 1, Cancellation))[0].At);
    }

    [Fact]
    public async Task Exports_hold_every_entry_and_no_formula()
    {
        using var desk = await FilledAsync();
        var store = new AuditStore(desk.Database, desk.Clock);
        using var csv = new MemoryStream();
        await AuditExport.WriteCsvAsync(csv, store.AllAsync(new AuditSearch(), Cancellation));
        var lines = Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Contains("'=HYPERLINK", lines[3], StringComparison.Ordinal);
        using var json = new MemoryStream();
        await AuditExport.WriteJsonAsync(json, store.AllAsync(new AuditSearch(), Cancellation));
        using var read = System.Text.Json.JsonDocument.Parse(json.ToArray());
        Assert.Equal(3, read.RootElement.GetArrayLength());
        AuditEntry last = (await store.FindAsync(new AuditSearch(), null, 1, Cancellation))[0];
        Assert.Equal(last.Digest, AuditChain.Digest(read.RootElement[1].GetProperty("digest").GetString()!, last));
    }

    private static async Task<ReleaseFixture> FilledAsync()
    {
        var desk = await ReleaseFixture.OpenAsync();
        var store = new AuditStore(desk.Database, desk.Clock);
        await store.AppendAsync(TestActor.Editor, AuditAct.SignIn, "anna", after: "passkey", cancellation: Cancellation);
        await store.AppendAsync(TestActor.Editor, AuditAct.DeskChanged, "harbour", "Harbour", "Harbour and sea", Cancellation);
        await store.AppendAsync(TestActor.Editor, AuditAct.PersonChanged, "anna", after: "=HYPERLINK(\"x\")", cancellation: Cancellation);
        return desk;
    }
}
