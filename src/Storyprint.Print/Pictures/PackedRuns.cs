using System.Buffers;

namespace Storyprint.Print.Pictures;

/// <summary>
/// Packs the lines of a picture as zlib (RFC 1950) with one block of deflate (RFC 1951): single bytes, and runs of the byte before. Letters
/// and marks on paper are such runs; a search for anything else costs many times as much and finds a fifth.
/// </summary>
internal sealed class PackedRuns : IDisposable
{
    // The largest prime below 2^16 (RFC 1950, 9).
    private const uint AdlerBase = 65521;

    private byte current;
    private int count;
    private ulong sum = 1;
    private ulong sumOfSums;

    // Numbers of RunSteps.
    private ushort[] steps = ArrayPool<ushort>.Shared.Rent(64 * 1024);
    private int stepCount;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        MakeRoom((count / RunSteps.MaxRun) + RunSteps.MinRun + bytes.Length);
        while (bytes.Length > 0)
        {
            var value = bytes[0];
            var length = bytes.Length > 1 && bytes[1] != value ? 1 : bytes.IndexOfAnyExcept(value) is var end and >= 0 ? end : bytes.Length;
            if (value != current)
            {
                EndRun();
                current = value;
            }

            count += length;
            bytes = bytes[length..];
        }

        (sum, sumOfSums) = (sum % AdlerBase, sumOfSums % AdlerBase);
    }

    /// <summary>The whole, when all lines were added.</summary>
    public byte[] End()
    {
        MakeRoom((count / RunSteps.MaxRun) + RunSteps.MinRun);
        EndRun();
        return RunSteps.Write(steps.AsSpan(0, stepCount), (uint)((sumOfSums % AdlerBase << 16) | (sum % AdlerBase)));
    }

    public void Dispose()
    {
        ArrayPool<ushort>.Shared.Return(steps);
        steps = [];
    }

    private void EndRun()
    {
        if (count == 0)
        {
            return;
        }

        // Adler-32 of a run at once: each of its bytes adds itself to the one sum, and that sum to the other.
        var (value, length) = ((ulong)current, (ulong)count);
        sumOfSums += (length * sum) + (value * (length * (length + 1) / 2));
        sum += value * length;
        steps[stepCount++] = current;
        for (count--; count >= RunSteps.MinRun;)
        {
            var run = Math.Min(count, RunSteps.MaxRun);
            steps[stepCount++] = RunSteps.Run(run);
            count -= run;
        }

        for (; count > 0; count--)
        {
            steps[stepCount++] = current;
        }
    }

    private void MakeRoom(int more)
    {
        if (steps.Length - stepCount < more)
        {
            var larger = ArrayPool<ushort>.Shared.Rent(Math.Max(stepCount + more, stepCount * 2));
            steps.AsSpan(0, stepCount).CopyTo(larger);
            ArrayPool<ushort>.Shared.Return(steps);
            steps = larger;
        }
    }
}
