namespace Storyprint.Stories;

/// <summary>The names of an enumeration's members as programs write them: <c>digitalCapture</c>. Numbers and lists, which .NET takes for members, are none.</summary>
public static class CodeNames
{
    public static string Of<T>(T member)
        where T : struct, Enum =>
        member.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : string.Empty;

    /// <summary>The member of a name; null where there is none.</summary>
    public static T? Named<T>(string? name)
        where T : struct, Enum =>
        name is not null && Names<T>.Members.TryGetValue(name, out var member) ? member : null;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Members = Enum.GetValues<T>().ToDictionary(Of<T>);
    }
}
