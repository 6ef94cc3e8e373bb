using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Stories.Codes;
using Storyprint.Web.Serving;
using Storyprint.Web.Serving.Pages;
using Storyprint.Web.Site;

namespace Storyprint.Web.Cards;

/// <summary>The picture that stands for a story without one of its own where its link is shared.</summary>
public static class CardRoutes
{
    public static void MapCards(this IEndpointRouteBuilder routes) =>
        routes.MapReading("/news/{id}/card.png", async (HttpContext context, string id, ReadCard cards, MissingStories missing) =>
            StoryCode.TryFromDigits(id, out var code) && await cards.RunAsync(code, context.RequestAborted) is { } card
                ? (IResult)new PageAnswer(card, "image/png")
                : await missing.FileAsync(id, context.RequestAborted)).Kept();
}
