using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;

namespace Storyprint.Verification.Commands;

/// <summary>
/// What a database, a bucket, a disk or a network throws at a command, in a sentence with what to do. No command ends in a stack trace: a fault of the program is
/// told in a sentence as well, and its trace only where somebody asks for it.
/// </summary>
public static class CommandFault
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>The sentence; null for a fault of the program.</summary>
    /// <param name="ofDatabase">What the database's engine says of its own faults; null where it says nothing.</param>
    public static string? Sentence(Exception fault, Func<DbException, string?>? ofDatabase = null) => fault switch
    {
        AggregateException { InnerExceptions: [var only] } => Sentence(only, ofDatabase),
        DbException engine => ofDatabase?.Invoke(engine) ?? $"The database could not be used ({Trim(engine)}). Look at the server, the disk and the connection string; 'storyprint doctor' says more.",
        IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => "The disk is full. Make room, then run the command again.",
        FileNotFoundException or DirectoryNotFoundException => $"{Trim(fault)}. Look at the name and whether the disk is mounted.",
        UnauthorizedAccessException => $"{Trim(fault)}. Look at the owner and the rights of the file, and run the command as the user that the program runs as.",
        HttpRequestException or SocketException or IOException { InnerException: HttpRequestException or SocketException } =>
            $"The network failed: {Trim(fault)}. Look at the address, and whether the other side is there; then run the command again.",
        IOException => $"{Trim(fault)}. Look at the disk or the bucket, its address and the keys to it; then run the command again.",
        TimeoutException => $"It took too long: {Trim(fault)}. Run the command again; if it happens again, look at the server.",
        InvalidDataException or JsonException => $"{Trim(fault)}. What was read is damaged, or not what it should be; 'storyprint doctor --full' says whether it is the publication's own.",
        OperationCanceledException => "It was stopped.",
        _ => null,
    };

    /// <summary>Runs a command line; whatever it throws is told in words.</summary>
    /// <param name="exitCode">That of a fault.</param>
    public static async Task<int> GuardAsync(ParseResult parsed, InvocationConfiguration configuration, int exitCode = CommandError.ExitCode)
    {
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception fault)
        {
            return await TellAsync(fault, exitCode);
        }
    }

    /// <summary>Tells it on the error stream.</summary>
    public static async Task<int> TellAsync(Exception fault, int exitCode = CommandError.ExitCode)
    {
        var isWanted = Environment.GetEnvironmentVariable("STORYPRINT_LOG_LEVEL")?.Equals("debug", StringComparison.OrdinalIgnoreCase) == true;
        return await CommandError.WriteAsync(
            (Sentence(fault) ?? $"This is a fault of the program: {fault.GetType().Name}: {Trim(fault)}. Please report it, with what STORYPRINT_LOG_LEVEL=debug shows of it.") + (isWanted ? $"\n{fault}" : ""), exitCode);
    }

    // One line: messages of drivers go on for many.
    private static string Trim(Exception fault) => string.Join(' ', fault.Message.Split((char[])['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
