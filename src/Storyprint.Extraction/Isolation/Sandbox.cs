using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Storyprint.Extraction.Isolation;

/// <summary>How a process is locked in on this machine.</summary>
public enum SandboxKind
{
    /// <summary>Limits of memory, time and output, an empty environment and a private folder.</summary>
    LimitsOnly,

    /// <summary>The same, without a network.</summary>
    NoNetwork,

    /// <summary>A file system of its own besides, in which neither keys nor a database are, and processes of its own.</summary>
    Bubblewrap,
}

/// <summary>Writes the command that starts a program locked in, with what the machine has for it.</summary>
internal sealed class Sandbox
{
    private static readonly Lazy<Sandbox> OfMachine = new(Find);

    private Sandbox(SandboxKind kind, bool hasLimits) => (Kind, HasLimits) = (kind, hasLimits);

    /// <summary>Found out once: that a program is there does not say that the machine lets it.</summary>
    public static Sandbox Here => OfMachine.Value;

    public SandboxKind Kind { get; }

    /// <summary>Whether the memory of native code is limited too.</summary>
    public bool HasLimits { get; }

    /// <param name="folder">The only folder that it may write into.</param>
    public ProcessStartInfo Start(ExtractionProgram program, string folder, ExtractionLimits limits)
    {
        List<string> command = [.. Limits(limits), .. Walls(program, folder), program.File, .. program.Arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment(program, Kind == SandboxKind.Bubblewrap ? Inside : folder, limits))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private const string Inside = "/tmp";

    private static Dictionary<string, string> Environment(ExtractionProgram program, string folder, ExtractionLimits limits) => new()
    {
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = folder,
        ["TMPDIR"] = folder,
        ["LANG"] = "C.UTF-8",
        ["DOTNET_ROOT"] = program.Runtime,
        ["DOTNET_GCHeapHardLimit"] = limits.Heap.ToString("x", CultureInfo.InvariantCulture),
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["OMP_THREAD_LIMIT"] = "1",
    };

    private IEnumerable<string> Limits(ExtractionLimits limits) => HasLimits
        ? ["prlimit", $"--data={limits.Memory}", $"--cpu={Math.Ceiling((limits.Time * 2).TotalSeconds)}", "--core=0", $"--fsize={64 << 20}", "--nofile=256"]
        : [];

    private IEnumerable<string> Walls(ExtractionProgram program, string folder) => Kind switch
    {
        SandboxKind.Bubblewrap =>
        [
            "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
            "--ro-bind", "/usr", "/usr", "--ro-bind-try", "/bin", "/bin", "--ro-bind-try", "/lib", "/lib", "--ro-bind-try", "/lib64", "/lib64",
            "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
            "--ro-bind", program.Runtime, program.Runtime, "--ro-bind", program.Folder, program.Folder,
            "--proc", "/proc", "--dev", "/dev", "--bind", folder, Inside, "--chdir", Inside,
        ],
        SandboxKind.NoNetwork => ["unshare", "--net", "--map-current-user"],
        _ => [],
    };

    private static Sandbox Find()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
        {
            return new Sandbox(SandboxKind.LimitsOnly, false);
        }

        var kind = Works("bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "true") ? SandboxKind.Bubblewrap
            : Works("unshare", "--net", "--map-current-user", "true") ? SandboxKind.NoNetwork
            : SandboxKind.LimitsOnly;
        return new Sandbox(kind, Works("prlimit", "--core=0", "true"));
    }

    private static bool Works(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            if (process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                return process.ExitCode == 0;
            }

            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The program is not there.
            return false;
        }
    }
}
