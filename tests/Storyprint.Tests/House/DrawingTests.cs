using System.Diagnostics;

namespace Storyprint.Tests.House;

public sealed class DrawingTests
{
    [Fact]
    public async Task The_drawing_of_the_projects_agrees_with_the_project_files()
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Repository.Path("scripts/draw-projects.mjs"), "--check"]) { RedirectStandardError = true })!;
        var said = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, said);
    }
}
