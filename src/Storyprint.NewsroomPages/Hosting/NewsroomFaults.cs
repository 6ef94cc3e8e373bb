using System.Data.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Engine;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>The one place that catches bugs in the newsroom, a database that is away, and requests that nothing can be made of.</summary>
internal sealed partial class NewsroomFaults(Database database, ILogger<NewsroomFaults> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; nobody waits for a response.
        }
        catch (Exception fault) when (!context.Response.HasStarted && fault is BadHttpRequestException or InvalidDataException or AntiforgeryValidationException)
        {
            await NewsroomRequest.RefuseAsync(context, StatusCodes.Status400BadRequest, "refused.request");
        }
        catch (Exception fault) when (!context.Response.HasStarted && database.IsUnavailable(fault))
        {
            LogUnavailable(context.Request.Path, fault.Message);
            context.Response.Headers.RetryAfter = "5";
            await NewsroomRequest.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "refused.database");
        }
        catch (DbException fault) when (!context.Response.HasStarted && database.Problem(fault) is not null)
        {
            LogUnavailable(context.Request.Path, database.Problem(fault)!);
            await NewsroomRequest.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "refused.unwritable");
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(fault, context.TraceIdentifier, context.Request.Path);
            await NewsroomRequest.RefuseAsync(context, StatusCodes.Status500InternalServerError, "refused.fault");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be reached while the newsroom answered {Path}: {Message}")]
    private partial void LogUnavailable(PathString path, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference} while the newsroom answered {Path}")]
    private partial void LogFault(Exception fault, string reference, PathString path);
}
