namespace Storyprint.Text.Harmless;

/// <summary>Rule: an ellipsis is three full stops.</summary>
internal static class Ellipsis
{
    public static string? Of(string mark) => mark == "…" ? "..." : null;
}
