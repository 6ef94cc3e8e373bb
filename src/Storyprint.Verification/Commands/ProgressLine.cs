namespace Storyprint.Verification.Commands;

/// <summary>Shows how far a command is, in one line of the error stream, where somebody looks at it.</summary>
/// <param name="read">What is told, as a step to show.</param>
public sealed class ProgressLine<T>(Func<T, ProgressStep> read) : IProgress<T>
{
    private const int Width = 30;

    private readonly Lock guard = new();
    private string stage = string.Empty;
    private long lastShown;
    private bool isOpen;

    public void Report(T value)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        lock (guard)
        {
            var step = read(value);
            var now = Environment.TickCount64;
            if (isOpen && stage == step.Stage && now - lastShown < 100 && step.Share < 1)
            {
                return;
            }

            if (stage != step.Stage)
            {
                LeaveLine();
            }

            (stage, lastShown, isOpen) = (step.Stage, now, true);
            var share = Math.Clamp(step.Share, 0, 1);
            var full = (int)(share * Width);
            Console.Error.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {share,4:P0} {step.Words}");
        }
    }

    /// <summary>Leaves the line, so that what is said next begins its own.</summary>
    public void Finish()
    {
        lock (guard)
        {
            LeaveLine();
        }
    }

    private void LeaveLine()
    {
        if (isOpen)
        {
            Console.Error.WriteLine();
            isOpen = false;
        }
    }
}

/// <summary>How far a command is.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Words">What stands behind the bar, as <c>312 files</c>.</param>
/// <param name="Stage">What is being done; the next stage gets a line of its own.</param>
public readonly record struct ProgressStep(double Share, string Words, string Stage = "")
{
    public static ProgressStep Create(long done, long total, string what) => new(total == 0 ? 1 : (double)done / total, $"{done:N0} {what}", what);
}
