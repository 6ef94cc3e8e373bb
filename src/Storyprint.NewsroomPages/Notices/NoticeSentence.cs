using Storyprint.People.Notices;
using Storyprint.Web.Localization;

namespace Storyprint.NewsroomPages.Notices;

/// <summary>Says a notice in words, and where it leads.</summary>
internal static class NoticeSentence
{
    /// <summary>The sentence of <c>notice.KIND</c>: {0} is the headline or code of the story, {1} the detail.</summary>
    public static string Of(InterfaceTexts texts, PersonNotice notice)
    {
        var key = $"notice.{notice.Kind.Word}";
        return texts.Format(notice.Detail.Length == 0 && texts.Has(key + ".own") ? key + ".own" : key, notice.Headline is { Length: > 0 } headline ? headline : notice.Story?.ToString() ?? string.Empty, notice.Detail);
    }

    /// <summary>The path within the newsroom.</summary>
    public static string PathOf(PersonNotice notice) => notice switch
    {
        { Story: { } story } => $"/stories/{story}",
        { Kind: var kind } when kind == NoticeKind.Joined => "/people",
        { Kind: var kind } when kind == NoticeKind.MailFailed => "/mail",
        _ => "/account",
    };
}
