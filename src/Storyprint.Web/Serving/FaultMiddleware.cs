using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Engine;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;

namespace Storyprint.Web.Serving;

/// <summary>
/// The one place that catches bugs: the reader gets a number, the log gets the same number and the fault. A database that is away is
/// <see cref="DatabaseOutageMiddleware"/>'s.
/// </summary>
internal sealed partial class FaultMiddleware(Database database, PageContextFactory contexts, SiteResponses pages, ILogger<FaultMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null })
            {
                await AnswerAsync(context, pages.BadRequestAsync);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; nobody waits for a response.
        }
        catch (BadHttpRequestException) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, pages.BadRequestAsync);
        }
        catch (Exception fault) when (!context.Response.HasStarted && !database.IsUnavailable(fault))
        {
            var reference = Guid.NewGuid().ToString("n")[..8];
            LogFault(fault, reference, context.Request.Path);
            await AnswerAsync(context, page => pages.FaultAsync(page, reference));
        }
    }

    private async Task AnswerAsync(HttpContext context, Func<PageContext, Task<PageResult>> respond)
    {
        var answer = await respond(await contexts.CreateForPathAsync(context.Request.Path, context.RequestAborted));
        await answer.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference} while answering {Path}")]
    private partial void LogFault(Exception fault, string reference, PathString path);
}
