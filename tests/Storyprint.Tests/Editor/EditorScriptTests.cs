using System.Diagnostics;

namespace Storyprint.Tests.Editor;

public sealed class EditorScriptTests
{
    // The editor is not C#: its tests run in node, and are told here so that one command tells of all.
    [Fact]
    public async Task The_tests_of_the_editor_pass()
    {
        var folder = Repository.Path("src/Storyprint.Editor");
        using var node = Process.Start(new ProcessStartInfo("node", ["tests/run.mjs"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var cancellation = TestContext.Current.CancellationToken;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(cancellation), node.StandardError.ReadToEndAsync(cancellation));
        await node.WaitForExitAsync(cancellation);
        Assert.True(node.ExitCode == 0, $"{await output}{await errors}");
    }
}
