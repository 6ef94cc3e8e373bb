using Microsoft.AspNetCore.Http;

namespace Storyprint.NewsroomPages.Requests;

/// <summary>The bytes of a page of the newsroom. It is kept by nobody: neither a shared cache nor a browser whose back button is pressed after a sign-out.</summary>
internal sealed class NewsroomPageResult(byte[] body, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
