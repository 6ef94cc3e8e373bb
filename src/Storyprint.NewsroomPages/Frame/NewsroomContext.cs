using Storyprint.NewsroomPages.Hosting;
using Storyprint.People.Accounts;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Stories.Workflow;
using Storyprint.Web.Localization;
using Storyprint.Web.Rendering;

namespace Storyprint.NewsroomPages.Frame;

/// <summary>What every page of the newsroom needs.</summary>
public sealed record NewsroomContext
{
    public required Publication Publication { get; init; }

    /// <summary>The edition of the page's language, whose zone and calendar its times are in.</summary>
    public required Edition Edition { get; init; }

    /// <summary>BCP 47 tag of the language of the page.</summary>
    public required string Language { get; init; }

    public required InterfaceTexts Texts { get; init; }

    public required DateFormatter Dates { get; init; }

    public required PageAssets Assets { get; init; }

    public required NewsroomOrigin Origin { get; init; }

    /// <summary>The path of the page within the newsroom, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>Null where nobody is signed in.</summary>
    public Person? Person { get; init; }

    /// <summary>How much the person was told and has not read.</summary>
    public int UnreadNotices { get; init; }

    /// <summary>The token of the page's forms, and the name of its field.</summary>
    public required (string Field, string Token) Form { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>A sentence about what was just done, or null.</summary>
    public string? Notice { get; init; }

    public string Direction => Storyprint.Stories.Editions.Direction.ForLanguage(Language);

    public Permissions Permissions => Person?.Permissions ?? Permissions.Of(Role.Reporter);

    /// <summary>The address of a path within the newsroom.</summary>
    public string To(string path) => Origin.BasePath + path;

    public string T(string key) => Texts[key];

    public string T(string key, params ReadOnlySpan<object?> values) => Texts.Format(key, values);

    /// <summary>Why a setting cannot be used, in the page's language. What somebody typed keeps its own direction.</summary>
    public string Say(SettingProblem problem) => problem.Text.Write(Texts[$"problem.{problem.Text.Word}"], problem.Values, Dates.Number, text => $"\u2068{text}\u2069");

    /// <summary>An instant as this page writes it, with its zone.</summary>
    public string Moment(DateTimeOffset instant) => Dates.Moment(instant);
}
