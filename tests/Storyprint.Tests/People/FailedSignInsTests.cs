using Storyprint.People.Accounts;
using Storyprint.People.SignIn;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.People;

/// <summary>How failed sign-ins come into the record.</summary>
public class FailedSignInsTests
{
    public sealed class OnPostgres : FailedSignInsTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_nobody_they_make_one_entry_for_an_address_and_minute_that_counts_the_others()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var failures = new FailedSignIns(desk.Database, new PersonDirectory(desk.Database, desk.Clock), desk.Clock);
        foreach (var (name, address) in (IEnumerable<(string, string)>)[("", "192.0.2.1"), ("", "192.0.2.1"), ("nobody", "192.0.2.1"), ("", "2001:db8:1:2::3"), ("", "2001:db8:1:2:ffff::4"), ("", "2001:db8:1:3::3")])
        {
            await failures.RecordAsync(name, "passkey", address, Cancellation);
        }

        desk.Clock.Now += TimeSpan.FromMinutes(1);
        await failures.RecordAsync("", "passkey", "192.0.2.1", Cancellation);
        Assert.Equal(
            [("192.0.2.1", "passkey"), ("2001:db8:1:2::3", "passkey"), ("2001:db8:1:3::3", "passkey"), ("192.0.2.1", "passkey, and 2 more before")], (await EntriesAsync(desk)).Select(entry => (entry.NetworkAddress!, entry.After!)));
    }

    [Fact]
    public async Task As_somebody_who_is_known_each_is_recorded()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        using var folder = new Storyprint.Tests.Formats.TrialFolder();
        var people = new NewsroomPeople(desk.Database, folder.Root, desk.Clock);
        await people.AddAsync("anna", Role.Reporter);
        var failures = new FailedSignIns(desk.Database, people.Directory, desk.Clock);
        await failures.RecordAsync("anna", "password", "192.0.2.1", Cancellation);
        await failures.RecordAsync("Anna", "password", "192.0.2.1", Cancellation);
        Assert.Equal(["anna", "Anna"], (await EntriesAsync(desk)).Select(entry => entry.Subject));
    }

    private static async Task<IEnumerable<AuditEntry>> EntriesAsync(ReleaseFixture desk) =>
        (await new AuditStore(desk.Database, desk.Clock).FindAsync(new AuditSearch { Act = AuditAct.SignInFailed.Word }, null, 9, Cancellation)).Reverse();
}
