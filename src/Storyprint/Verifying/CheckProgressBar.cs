namespace Storyprint.Verifying;

/// <summary>Shows how far a check is, on the error output, where somebody looks at it.</summary>
internal sealed class CheckProgressBar : IProgress<CheckProgress>
{
    private const int Width = 30;
    private readonly Lock guard = new();
    private string what = "";
    private long lastShown;

    public void Report(CheckProgress value)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        lock (guard)
        {
            var now = Environment.TickCount64;
            if (what == value.What && now - lastShown < 100 && value.Done < value.Total)
            {
                return;
            }

            if (what.Length > 0 && what != value.What)
            {
                Console.Error.WriteLine();
            }

            (what, lastShown) = (value.What, now);
            var share = value.Total == 0 ? 1 : Math.Clamp((double)value.Done / value.Total, 0, 1);
            var full = (int)(share * Width);
            Console.Error.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {share,4:P0} {value.Done:N0} {value.What}");
        }
    }

    /// <summary>Leaves the line.</summary>
    public void Finish()
    {
        if (what.Length > 0)
        {
            Console.Error.WriteLine();
        }
    }
}
