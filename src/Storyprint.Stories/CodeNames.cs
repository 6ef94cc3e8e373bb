namespace Storyprint.Stories;

/// <summary>The names of an enumeration's members as programs write them: <c>digitalCapture</c>. Numbers and lists, which .NET takes for members, are none.</summary>
public static class CodeNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(Of);

    public static string Of(T member) => member.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : string.Empty;

    /// <summary>The member of a name; null where there is none.</summary>
    public static T? Named(string? name) => name is not null && ByName.TryGetValue(name, out var member) ? member : null;
}
