using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Nodes;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>The server is killed while somebody types.</summary>
[Collection<WritingNewsrooms>]
public sealed class KilledServerTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task Words_wait_for_a_server_that_was_killed_and_started_again_on_the_same_data(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay");

        // In the middle of a sending: whether that one was stored, nobody knows.
        var killed = false;
        await writer.Page.RouteAsync("**/draft", async route =>
        {
            if (!killed)
            {
                killed = true;
                var sending = route.ContinueAsync();
                await demo.KillAsync();
                await sending;
                return;
            }

            await route.ContinueAsync();
        });
        await writer.TypeAsync(" and tide");
        await writer.UntilItSaysAsync("editor.state.failing");
        await writer.TypeAsync(" and rain");
        await demo.StartAsync();
        await writer.TypeAsync(" and wind");
        await writer.UntilSavedAsync();
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await server.UntilItHasAsync("Quay and tide and rain and wind");
        Assert.Equal(0, await server.ChoicesAsync());
    }

    [Fact]
    public async Task Another_of_three_nodes_goes_on_where_the_killed_one_stopped()
    {
        Assert.SkipWhen(Balancer.Missing is not null, Balancer.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("storyprint-balancer-").FullName;
        await using var demo = await DemoNewsroom.StartAsync(postgres: true);
        var nodes = await demo.ThreeNodesAsync();
        await using var balancer = await Balancer.StartAsync(folder, nodes.Select(node => node.Port));
        await using var writer = await WritingBrowser.BeginAsync(await chromium.OpenAsync(), new Uri($"http://localhost:{balancer.Address.Port}"), "mira", "Quay");
        using var server = await StoredDraft.OfAsync(nodes[2], writer.Story);
        await using var other = await WritingBrowser.OpenAsync(await chromium.OpenAsync(), nodes[1], "tomas", writer.Story);
        await writer.TypeAsync(" and tide");
        await demo.KillAsync();
        await writer.TypeAsync(" and rain");
        await other.GoToEndAsync();
        await other.Page.Keyboard.PressAsync("Enter");
        await other.Page.Keyboard.TypeAsync("The gulls are loud.");
        await writer.UntilItShowsAsync("The gulls are loud.");
        await writer.UntilSavedAsync();
        await other.UntilItShowsAsync("Quay and tide and rain");
        await server.UntilItHasAsync("Quay and tide and rain");
        await server.UntilItHasAsync("The gulls are loud.");
        Directory.Delete(folder, recursive: true);
    }
}
