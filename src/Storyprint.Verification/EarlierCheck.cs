namespace Storyprint.Verification;

/// <summary>What the checks of this machine remember of a log, where nobody named another state file.</summary>
public static class EarlierCheck
{
    /// <param name="origin">The log's name in its checkpoints.</param>
    /// <returns>The size at the last check, when that was, and the file that says so; null where there was none.</returns>
    public static (long Size, DateTimeOffset At, string File)? Of(string origin)
    {
        var file = new StateFile(StateFile.DefaultPath());
        return file.Read().Logs.TryGetValue(origin, out var known) ? (known.Size, known.CheckedAt, file.Path) : null;
    }
}
