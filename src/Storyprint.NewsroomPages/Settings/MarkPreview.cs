using Microsoft.AspNetCore.Http;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Print.Marks;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.NewsroomPages.Settings;

/// <summary>The QR mark that a story would have with an address that somebody is typing.</summary>
internal static class MarkPreview
{
    private const int LongestAddress = 200;

    public static Task<IResult> AnswerAsync(NewsroomRequest request) => Task.FromResult<IResult>(
        request.Query("address") is { Length: <= LongestAddress } typed && PublicAddress.TryParse(typed, out var address)
            ? TypedResults.Text(LinkMark.Create(address, Sample(request.Room.Publication.FirstStoryNumber)).Svg(), "image/svg+xml")
            : TypedResults.NotFound());

    // As many digits as its codes have, once there are ten times as many.
    private static RevisionId Sample(long first) => new(StoryCode.FromDigits($"{first}00"), RevisionNumber.First);
}
