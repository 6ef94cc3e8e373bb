using System.Diagnostics;
using System.Text.Json;
using Storyprint.Extraction.Isolation;

namespace Storyprint.Extraction;

/// <summary>
/// Reads files that strangers have sent, each in a process of its own that is locked in and ends with it. One at a time: whoever finds enough others waiting is told
/// to come again.
/// </summary>
public sealed class FileExtractor : IDisposable
{
    private readonly ExtractionProgram? program;
    private readonly ExtractionLimits limits;
    private readonly TimeProvider clock;
    private readonly ReadingTurns turns;

    public FileExtractor(TimeProvider clock)
        : this(ExtractionProgram.Find(), ExtractionLimits.Usual, clock)
    {
    }

    internal FileExtractor(ExtractionProgram? program, ExtractionLimits limits, TimeProvider clock)
    {
        (this.program, this.limits, this.clock) = (program, limits, clock);
        turns = new ReadingTurns(limits.Queue);
    }

    public async Task<ExtractionOutcome> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation = default)
    {
        if (Refusal(file.Span) is { } refusal)
        {
            return new ExtractionOutcome.Refused(refusal);
        }

        using var turn = await turns.TakeAsync(cancellation);
        return turn is not null ? await RunAsync(file, cancellation) : new ExtractionOutcome.Refused(ExtractionRefusal.Busy);
    }

    public void Dispose() => turns.Dispose();

    private ExtractionRefusal? Refusal(ReadOnlySpan<byte> file) =>
        file.IsEmpty ? ExtractionRefusal.Empty
        : file.Length > ExtractionLimits.MaxBytes ? ExtractionRefusal.TooLarge
        : ContentSniffer.KindOf(file) == ContentKind.Unknown ? ExtractionRefusal.UnknownKind
        : program is null ? ExtractionRefusal.Unavailable
        : null;

    private async Task<ExtractionOutcome> RunAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        PrivateFolder.DeleteLeft(clock);
        using var folder = new PrivateFolder();
        using var process = Process.Start(Sandbox.Here.Start(program!, folder.Path, limits))!;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Time);
        try
        {
            // What it says of a fault may be words of the file: nobody reads it.
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, time.Token);
            var answer = AnswerAsync(process.StandardOutput.BaseStream, time.Token);
            await HandOverAsync(process, file, time.Token);
            if (await answer is not { } bytes)
            {
                return new ExtractionOutcome.Refused(ExtractionRefusal.Damaged);
            }

            await errors;
            await process.WaitForExitAsync(time.Token);
            return (process.ExitCode == 0 ? JsonSerializer.Deserialize(bytes, ExtractionJson.Default.ExtractionOutcome) : null)
                ?? new ExtractionOutcome.Refused(ExtractionRefusal.Damaged);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ExtractionOutcome.Refused(ExtractionRefusal.TookTooLong);
        }
        catch (JsonException)
        {
            // It died in the middle of its answer.
            return new ExtractionOutcome.Refused(ExtractionRefusal.Damaged);
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private static async Task HandOverAsync(Process process, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(file, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its answer says why, or that it is damaged.
        }
    }

    // Null where it is longer than an answer can be.
    private async Task<byte[]?> AnswerAsync(Stream output, CancellationToken cancellation)
    {
        var bytes = new byte[limits.Output + 1];
        var length = await output.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > limits.Output ? null : bytes[..length];
    }

    // Everything that it started ends with it, so that the folder can be deleted.
    private static async Task EndAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }
}
