using Npgsql;
using Storyprint.EndToEnd.Machine;
using Storyprint.Tests.Engines;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>The machine of the server fails while somebody types: its disk is full or read only, its clock goes back, its database is away.</summary>
[Collection<WritingNewsrooms>]
public sealed class FailingMachineTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_wait_for_a_disk_that_is_full_and_go_out_when_there_is_room()
    {
        using var machine = await FaultyMachine.BuildAsync();
        await using var demo = await DemoNewsroom.StartAsync(postgres: false, machine.Environment);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, "mira", "Quay");
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await using var other = await WritingBrowser.OpenAsync(chromium, demo, "tomas", writer.Story);
        machine.FillDisk();
        await writer.TypeAsync(" and tide");
        await writer.UntilItSaysAsync("editor.refused.not-stored");
        await writer.TypeAsync(" and rain");
        Assert.DoesNotContain("tide", await server.TextAsync(), StringComparison.Ordinal);

        // Whoever opens the story meanwhile can read it.
        Assert.Contains("Quay", await (await other.OpenTabAsync()).TextAsync(), StringComparison.Ordinal);
        machine.MakeRoom();
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync("Quay and tide and rain");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Words_wait_for_a_database_that_can_only_be_read(bool postgres)
    {
        Assert.SkipWhen(postgres && PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        using var machine = await FaultyMachine.BuildAsync();
        await using var cluster = postgres ? await PostgresCluster.OwnAsync(cancellation: Cancellation) : null;
        await using var demo = await DemoNewsroom.StartAsync(
            postgres: false, cluster is null ? machine.Environment : new Dictionary<string, string> { ["STORYPRINT_DATABASE"] = cluster.Connection("template_storyprint") });
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, postgres ? "nasrin" : "mira", "Quay");
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await TurnAsync(isReadOnly: true);
        await writer.TypeAsync(" and tide");
        await writer.UntilItSaysAsync("editor.refused.not-stored");
        await writer.TypeAsync(" and rain");
        Assert.DoesNotContain("tide", await server.TextAsync(), StringComparison.Ordinal);
        await TurnAsync(isReadOnly: false);
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync("Quay and tide and rain");

        async Task TurnAsync(bool isReadOnly)
        {
            if (cluster is null)
            {
                (isReadOnly ? (Action)machine.MakeReadOnly : machine.MakeRoom)();
                return;
            }

            await using var connection = new NpgsqlConnection(cluster.Connection("postgres"));
            await connection.OpenAsync(Cancellation);
            foreach (var statement in (string[])["SET default_transaction_read_only = off", $"ALTER SYSTEM SET default_transaction_read_only = {(isReadOnly ? "on" : "off")}", "SELECT pg_reload_conf()"])
            {
                await using var command = new NpgsqlCommand(statement, connection);
                await command.ExecuteNonQueryAsync(Cancellation);
            }
        }
    }

    [Fact]
    public async Task A_clock_that_goes_back_and_on_again_costs_no_word()
    {
        using var machine = await FaultyMachine.BuildAsync();
        await using var demo = await DemoNewsroom.StartAsync(postgres: false, machine.Environment);
        await using var one = await WritingBrowser.BeginAsync(chromium, demo, "mira", "Quay");
        using var server = await StoredDraft.OfAsync(demo.Site, one.Story);
        await using var two = await WritingBrowser.OpenAsync(chromium, demo, "tomas", one.Story);
        foreach (var (turned, words) in ((TimeSpan, string)[])[(TimeSpan.FromHours(-5), " and tide"), (TimeSpan.FromHours(-30), " and rain"), (TimeSpan.Zero, " and wind")])
        {
            machine.TurnClock(turned);
            await one.TypeAsync(words);
            await one.UntilSavedAsync();
            await server.UntilItHasAsync(words);
            await two.UntilItShowsAsync(words);
        }

        await server.UntilItHasAsync("Quay and tide and rain and wind");
        Assert.Equal(0, await server.ChoicesAsync());
        Assert.Contains("Mira Hallam", await server.PageAsync("history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_wait_for_a_database_server_that_is_away()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.OwnAsync(cancellation: Cancellation);
        await using var demo = await DemoNewsroom.StartAsync(postgres: false, new Dictionary<string, string> { ["STORYPRINT_DATABASE"] = cluster.Connection("template_storyprint") });
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, "nasrin", "Quay");
        await cluster.KillAsync();
        await writer.TypeAsync(" and tide");
        await writer.UntilItSaysAsync("editor.state.failing");
        await writer.TypeAsync(" and rain");
        await cluster.StartAsync(Cancellation);
        await writer.UntilSavedAsync();
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await server.UntilItHasAsync("Quay and tide and rain");
    }
}
