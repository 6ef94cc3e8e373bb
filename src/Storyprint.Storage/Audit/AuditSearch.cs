namespace Storyprint.Storage.Audit;

/// <summary>What is looked for in the newsroom's record; everything where nothing is named.</summary>
public sealed record AuditSearch
{
    /// <summary>The word of an act (<see cref="AuditAct.Word"/>).</summary>
    public string? Act { get; init; }

    public string? Actor { get; init; }

    /// <summary>A part of the subject, of a state before or after, or of a reason, in any case of letters.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant behind.</summary>
    public DateTimeOffset? To { get; init; }

    internal (string Where, (string Name, object? Value)[] Parameters) Condition()
    {
        var where = new List<string> { "TRUE" };
        var parameters = new List<(string, object?)>();
        Add(Act, "act = @act", "@act");
        Add(Actor, "actor = @actor", "@actor");
        Add(From?.ToUnixTimeMilliseconds(), "at >= @from", "@from");
        Add(To?.ToUnixTimeMilliseconds(), "at < @to", "@to");
        Add(
            string.IsNullOrWhiteSpace(Text) ? null : $"%{Escaped(Text.Trim().ToLowerInvariant())}%",
            @"LOWER(subject || ' ' || COALESCE(before, '') || ' ' || COALESCE(after, '') || ' ' || COALESCE(reason, '')) LIKE @text ESCAPE '\'", "@text");
        return (string.Join(" AND ", where), [.. parameters]);

        void Add(object? value, string condition, string name)
        {
            if (value is not (null or ""))
            {
                where.Add(condition);
                parameters.Add((name, value));
            }
        }
    }

    private static string Escaped(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
