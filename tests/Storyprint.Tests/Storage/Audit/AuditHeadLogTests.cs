using Storyprint.Provenance.Entries;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Integrity;
using Storyprint.Storage.Log;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Audit;

public class AuditHeadLogTests
{
    public sealed class OnPostgres : AuditHeadLogTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_head_of_the_record_goes_into_the_log_once_a_day_and_the_log_still_verifies()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync("One");
        var heads = new AuditHeadLog(desk.Database, desk.Log, desk.Clock);
        Assert.Equal((true, null), await heads.RunAsync(Cancellation));
        await desk.PublishedAsync("Two");
        Assert.Equal((false, null), await heads.RunAsync(Cancellation));
        desk.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal((true, null), await heads.RunAsync(Cancellation));
        desk.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal((false, null), await heads.RunAsync(Cancellation));
        await desk.PublishedAsync("Three");
        var entries = await EntriesAsync(desk);
        Assert.Equal([1L, 2L], entries.OfType<RecordEntry>().Select(entry => entry.Number));
        await desk.VerifyAsync();
        Assert.Empty(await new StoredDataCheck(desk.Database, desk.Log.Publisher).RunAsync(null, Cancellation));
    }

    // By who can drop the triggers and make the whole chain anew.
    [Fact]
    public async Task A_record_that_was_written_anew_is_not_the_one_that_the_log_saw()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync("One");
        await new AuditHeadLog(desk.Database, desk.Log, desk.Clock).RunAsync(Cancellation);
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(TestEngine.IsPostgres ? "DROP TRIGGER audit_entry_stands ON audit_entry" : "DROP TRIGGER audit_entry_stands", Cancellation);
            var entry = (await new AuditStore(desk.Database, desk.Clock).FindAsync(new AuditSearch(), null, 1, Cancellation))[0] with { Actor = "somebody else" };
            await connection.ExecuteAsync(
                "UPDATE audit_entry SET actor = @actor, digest = @digest WHERE number = 1", Cancellation, ("@actor", entry.Actor), ("@digest", AuditChain.Digest(AuditChain.Start, entry)));
        }

        Assert.Null(await new AuditStore(desk.Database, desk.Clock).FaultAsync(Cancellation));
        Assert.Contains(await new StoredDataCheck(desk.Database, desk.Log.Publisher).RunAsync(null, Cancellation), fault => fault.Where == "audit_entry");
    }

    [Theory]
    [InlineData("storyprint/record/v1\npublisher ledger.example\nentries 7\ndigest 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\nat 2026-11-22T19:40:00Z\n", true)]
    [InlineData("storyprint/record/v1\npublisher ledger.example\nentries 07\ndigest 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\nat 2026-11-22T19:40:00Z\n", false)]
    [InlineData("storyprint/record/v1\npublisher ledger.example\nentries 7\ndigest 00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff\nat 2026-11-22T19:40:00Z\n", false)]
    [InlineData("storyprint/record/v1\npublisher ledger.example\nentries 7\n", false)]
    public void An_entry_is_read_strictly(string text, bool isRead)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        Assert.Equal(isRead, LogEntry.TryParse(bytes, out var entry, out _));
        Assert.Equal(isRead ? bytes : null, entry?.ToBytes());
    }

    private static async Task<List<LogEntry>> EntriesAsync(ReleaseFixture desk)
    {
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        var read = await LogStore.EntriesAsync(connection, 0, (int)await desk.Served.SizeAsync(Cancellation), Cancellation);
        return [.. read.Select(bytes => LogEntry.TryParse(bytes.Span, out var entry, out _) ? entry : null).OfType<LogEntry>()];
    }
}
