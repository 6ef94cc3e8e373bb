using Storyprint.Storage.Log;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks that the mark keeps up with the log: one that cannot be written falls behind and does not notice a database that is set back.</summary>
internal sealed class MarkCheck(Installation installation)
{
    private const string Point = "log and mark";

    // A running release moves the mark only after its commit.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task<DoctorFinding> RunAsync(CancellationToken cancellation)
    {
        var mark = installation.Log.Mark;
        var (size, lag) = await LagAsync(cancellation);
        if (lag > 0)
        {
            await Task.Delay(Pause, TimeProvider.System, cancellation);
            (size, lag) = await LagAsync(cancellation);
        }

        if (mark.WriteProblem() is { } reason)
        {
            return DoctorFinding.Problem(Point, $"The mark {mark.Path} cannot be written ({reason}). It lags {lag:N0} entries behind the log of {size:N0}.", Mend(lag));
        }

        return mark.Read() is MarkReading.None && size == 0 ? DoctorFinding.Ok(Point, "Nothing was released yet; the first release makes the mark.")
            : mark.Read() is MarkReading.None
            ? DoctorFinding.Warning(Point, $"There is no mark in {mark.Path}.", "The next release makes one; until then a database that is set back is not noticed.")
            : lag > 0 ? DoctorFinding.Warning(Point, $"The mark {mark.Path} lags {lag:N0} entries behind the log of {size:N0}: it could not be written after them.", Mend(lag))
            : DoctorFinding.Ok(Point, $"The mark is at {size:N0} entries, and the log holds them.");
    }

    private static string Mend(long lag) =>
        $"Give the folder of the keys to the user that the program runs as; the next release moves the mark. Until then a database that is set back by up to {lag:N0} entries is not noticed.";

    private async Task<(long Size, long Lag)> LagAsync(CancellationToken cancellation)
    {
        var marked = installation.Log.Mark.Read().Last?.Size ?? 0;
        var size = await installation.Stores.Log.SizeAsync(cancellation);
        return (size, size - marked);
    }
}
