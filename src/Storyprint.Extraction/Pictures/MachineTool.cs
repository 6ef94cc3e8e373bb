using System.Diagnostics;
using System.Text;

namespace Storyprint.Extraction.Pictures;

/// <summary>Programs of the machine that the locked-in process calls: they have its limits, its folder and no network either.</summary>
internal static class MachineTool
{
    private const int MaxSaid = 1 << 20;

    public static bool IsThere(string program) => PathOf(program) is not null;

    /// <summary>The first of the usual folders that has it; null for none.</summary>
    public static string? PathOf(string program) => ((string[])["/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin"])
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>What it writes; null where it is not there or fails.</summary>
    /// <param name="input">For its standard input.</param>
    public static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        if (PathOf(program) is not { } path)
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation);
            var output = ReadAsync(process.StandardOutput.BaseStream, cancellation);
            try
            {
                await process.StandardInput.BaseStream.WriteAsync(input, cancellation);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has read enough, or died; its answer tells.
            }

            var said = await output;
            await errors;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? said : null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<string> ReadAsync(Stream output, CancellationToken cancellation)
    {
        var bytes = new byte[MaxSaid];
        var length = await output.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
