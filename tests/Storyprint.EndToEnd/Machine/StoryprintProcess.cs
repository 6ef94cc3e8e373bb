using System.Diagnostics;
using System.Text;

namespace Storyprint.EndToEnd.Machine;

/// <summary>The built program as a child process.</summary>
internal sealed class StoryprintProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StoryprintProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"storyprint stopped: {Said}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it wrote so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public static StoryprintProcess Start(params IEnumerable<string> arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <param name="environment">Variables that this process gets besides the usual.</param>
    public static StoryprintProcess Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "storyprint.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new StoryprintProcess(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Said)> RunAsync(params IEnumerable<string> arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    public static async Task<(int ExitCode, string Said)> RunAsync(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        await using var program = Start(environment, arguments);
        await program.process.WaitForExitAsync();
        return (program.process.ExitCode, program.Said);
    }

    /// <summary>The address it serves on, as soon as it does.</summary>
    public Task<Uri> AddressAsync() => address.Task.WaitAsync(Patience);

    public bool HasExited => process.HasExited;

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: what systemd and every container platform stop a program with.</summary>
    public async Task TerminateAsync() => await Tool.RunAsync("kill", "-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        // Nobody may be waiting for the address any more.
        _ = address.Task.Exception;
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.AppendLine(line);
        }

        if (line.LastIndexOf(" on http://", StringComparison.Ordinal) is >= 0 and var at && line.StartsWith("Storyprint serves", StringComparison.Ordinal))
        {
            address.TrySetResult(new Uri(line[(at + " on ".Length)..]));
        }
    }
}
