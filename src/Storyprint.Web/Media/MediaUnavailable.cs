using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Storyprint.Web.Media;

/// <summary>The answer for a file that the database names and this node's media do not have, or cannot be asked for: another node, or this one later, may have it.</summary>
internal static partial class MediaUnavailable
{
    private const string Seconds = "60";

    public static IResult Of(HttpContext context, string hash, Exception? fault = null)
    {
        LogMissing(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Storyprint.Media"), hash, fault?.Message.TrimEnd('.') ?? "its file is not there");
        context.Response.Headers.RetryAfter = Seconds;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text("This file cannot be shown just now. Please try again in a minute.\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The file {Hash} cannot be served: {Reason}. Do all nodes reach the same media? See 'storyprint doctor --full'")]
    private static partial void LogMissing(ILogger logger, string hash, string reason);
}
