using System.Runtime.InteropServices;

namespace Storyprint.Extraction.Isolation;

/// <summary>Our own program, as it is started once more to read a file.</summary>
/// <param name="File">What is executed.</param>
/// <param name="Folder">Where the program lies.</param>
/// <param name="Runtime">Where .NET lies.</param>
public sealed record ExtractionProgram(string File, IReadOnlyList<string> Arguments, string Folder, string Runtime)
{
    /// <summary>The hidden command of the program.</summary>
    public const string Command = "extract-text";

    /// <summary>The program that lies beside the running one; null where none does.</summary>
    public static ExtractionProgram? Find()
    {
        var (folder, runtime) = (Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        var host = Path.Combine(runtime, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var library = Path.Combine(folder, "storyprint.dll");
        return System.IO.File.Exists(host) && System.IO.File.Exists(library) ? new ExtractionProgram(host, [library, Command], folder, runtime) : null;
    }
}
