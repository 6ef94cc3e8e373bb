namespace Storyprint.Verification.Commands;

/// <summary>Why a command could not be done: a sentence on the error stream, and the exit code that goes with it.</summary>
public static class CommandError
{
    /// <summary>Nothing could be done.</summary>
    public const int ExitCode = 1;

    /// <summary>Says it, and gives back the exit code.</summary>
    public static async Task<int> WriteAsync(string sentence, int exitCode = ExitCode)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exitCode;
    }
}
