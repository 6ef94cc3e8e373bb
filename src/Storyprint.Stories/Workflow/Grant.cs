using System.Diagnostics.CodeAnalysis;
using Storyprint.Stories.Links;

namespace Storyprint.Stories.Workflow;

/// <summary>A right that a person can hold without being an administrator. Administrators hold all.</summary>
public sealed record Grant
{
    private Grant(string word) => Word = word;

    /// <summary>To decide on the settings of the site.</summary>
    public static Grant Site { get; } = new("site");

    /// <summary>To arrange front pages. Editors hold it.</summary>
    public static Grant Front { get; } = new("front");

    /// <summary>To invite and change people whose rights are all one's own (<see cref="Permissions.Covers"/>).</summary>
    public static Grant People { get; } = new("people");

    /// <summary>To decide on what comes in from agencies.</summary>
    public static Grant Wires { get; } = new("wires");

    /// <summary>To read the record of acts.</summary>
    public static Grant Record { get; } = new("record");

    /// <summary>To publish corrections. Editors hold it.</summary>
    public static Grant Correct { get; } = new("correct");

    /// <summary>To retract stories.</summary>
    public static Grant Retract { get; } = new("retract");

    /// <summary>To withdraw stories for legal reasons.</summary>
    public static Grant Withdraw { get; } = new("withdraw");

    /// <summary>Those that are not for one section.</summary>
    public static IReadOnlyList<Grant> All { get; } = [Site, Front, People, Wires, Record, Correct, Retract, Withdraw];

    /// <summary>To approve and release the stories of one section, without being an editor.</summary>
    public static Grant Approve(Slug section) => new($"approve:{section.Text}");

    /// <summary>The name in the database, in commands and in the record.</summary>
    public string Word { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Grant? grant)
    {
        grant = All.FirstOrDefault(each => each.Word == text);
        if (grant is null && text?.Split(':') is ["approve", { Length: > 0 } section] && Slug.From(section).Text == section)
        {
            grant = new Grant(text);
        }

        return grant is not null;
    }

    public override string ToString() => Word;
}
