using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Storyprint.NewsroomPages.Requests;

/// <summary>How far something is, for the script of a page.</summary>
/// <param name="Percent">Null where nobody can say.</param>
/// <param name="Ended">Whether the page is to be opened anew.</param>
internal sealed record ProgressAnswer(string Text, int? Percent, bool Ended)
{
    public IResult ToResult() => Results.Json(this, NewsroomJson.Default.ProgressAnswer);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProgressAnswer))]
[JsonSerializable(typeof(Imports.UploadAnswer))]
[JsonSerializable(typeof(Imports.UploadState))]
[JsonSerializable(typeof(Imports.NamedFile[]))]
[JsonSerializable(typeof(Drafts.Editing.WriterHere[]))]
[JsonSerializable(typeof(Drafts.Editing.WordsToCheck))]
[JsonSerializable(typeof(Drafts.Editing.CheckedWords))]
[JsonSerializable(typeof(Drafts.Editing.PictureToCrop))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Drafts.Comments.CommentAnswer[]))]
[JsonSerializable(typeof(Drafts.Editing.FoundStory[]))]
[JsonSerializable(typeof(Drafts.Previews.WhoSees[]))]
internal sealed partial class NewsroomJson : JsonSerializerContext;
