using System.Diagnostics;

namespace Storyprint.Tests.Provenance.Verification;

/// <summary>The independent checkers in Go, built once a run. Where they or Go are not there, <see cref="Missing"/> says why.</summary>
public sealed class GoTools : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-go-").FullName;
    private readonly string? sources = FindSources();

    public GoTools() =>
        Missing = sources is null ? "shared/tools was not found beside the repository."
            : !Directory.Exists("/usr/share/gocode/src/golang.org/x/mod") ? "Debian's golang-golang-x-mod-dev is not installed."
            : !IsThere("go") ? "Go is not installed."
            : null;

    /// <summary>Why there is nothing to run, or null.</summary>
    public string? Missing { get; }

    public string NewFile() => Path.Combine(folder, Guid.NewGuid().ToString("N"));

    /// <summary>Starts a checker; it is built the first time.</summary>
    public Process Start(string tool, params string[] arguments)
    {
        var program = Path.Combine(folder, tool);
        lock (folder)
        {
            if (!File.Exists(program))
            {
                using var build = Run("go", ["build", "-o", program, Path.Combine(sources!, $"{tool}.go")]);
                var errors = build.StandardError.ReadToEnd();
                build.WaitForExit();
                Assert.True(build.ExitCode == 0, errors);
            }
        }

        return Run(program, arguments);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Process Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOPATH"] = "/usr/share/gocode";
        start.Environment["GOFLAGS"] = "";
        start.Environment["NO_PROXY"] = "127.0.0.1";
        return Process.Start(start)!;
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, program)));

    private static string? FindSources()
    {
        if (Environment.GetEnvironmentVariable("STORYPRINT_SHARED") is { Length: > 0 } shared)
        {
            return Directory.Exists(Path.Combine(shared, "tools")) ? Path.Combine(shared, "tools") : null;
        }

        for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, "shared", "tools", "tlogverify.go")))
            {
                return Path.Combine(place.FullName, "shared", "tools");
            }
        }

        return null;
    }
}
