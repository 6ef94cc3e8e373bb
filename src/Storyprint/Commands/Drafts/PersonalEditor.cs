using System.ComponentModel;
using System.Diagnostics;

namespace Storyprint.Commands.Drafts;

/// <summary>The editor that somebody prefers on this machine, as <c>VISUAL</c> and <c>EDITOR</c> name it.</summary>
internal static class PersonalEditor
{
    private static readonly string[] Variables = ["VISUAL", "EDITOR"];

    /// <summary>The command, which may have options: <c>code --wait</c>. Null where none is named.</summary>
    public static string? Named => Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(named => !string.IsNullOrWhiteSpace(named));

    /// <summary>Opens a file and waits until the editor ends.</summary>
    /// <returns>Null, or why that did not work.</returns>
    public static async Task<string?> RunAsync(string editor, string path, CancellationToken cancellation)
    {
        // The shell reads the options, and never the path.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(editor, [path]) : new ProcessStartInfo("/bin/sh", ["-c", $"{editor} \"$@\"", editor, path]);
        try
        {
            using var process = Process.Start(start);
            await process!.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? null : $"The editor ({editor}) ended with {process.ExitCode}.";
        }
        catch (Win32Exception missing)
        {
            return $"The editor ({editor}) cannot be started: {missing.Message}.";
        }
    }
}
