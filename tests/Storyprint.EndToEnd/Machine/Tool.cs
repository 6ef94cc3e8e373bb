using System.Diagnostics;
using System.Reflection;

namespace Storyprint.EndToEnd.Machine;

/// <summary>Programs of the machine that the tests call. A test that needs an absent one is skipped and names its Debian package.</summary>
internal static class Tool
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(
        typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == "Repository").Value!);

    /// <summary>The full path of the first of these programs that is there, or null.</summary>
    public static string? Find(params string[] names) =>
        (from name in names
         from place in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
         let path = Path.Combine(place, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    public static void Need(string program, string package) =>
        Assert.SkipUnless(Find(program) is not null, $"{program} is not on this machine: apt-get install {package}");

    /// <summary>A file of <c>tests/tools/node_modules</c>.</summary>
    public static string Node(string file)
    {
        var path = Path.Combine(Repository, "tests/tools/node_modules", file);
        Assert.SkipUnless(File.Exists(path), $"{file} is not installed: npm ci --prefix tests/tools");
        return path;
    }

    public static async Task<ToolAnswer> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolAnswer(process.ExitCode, await output, await errors);
    }
}

internal sealed record ToolAnswer(int ExitCode, string Output, string Errors);
