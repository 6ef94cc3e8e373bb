using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Storyprint.Stories.Editions;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>What somebody gets who asks for the newsroom by a number, or by a name that is not its own: the address to go to. No cookie is set there.</summary>
internal static class WrongAddress
{
    public static async Task WriteAsync(HttpContext context, Publication publication)
    {
        var expected = NewsroomOrigin.Public(publication);
        var isHere = NewsroomOrigin.IsThisMachine(context);
        var address = isHere ? $"http://localhost:{context.Connection.LocalPort}{NewsroomOrigin.SharedPath}" : expected.Address + expected.BasePath;
        var why = isHere && IPAddress.TryParse(context.Request.Host.Host, out _)
            ? "Passkeys are bound to a name, and this address is a number."
            : "Sign-in is bound to one address, so that nobody can be led to a copy of this page.";
        NewsroomSecurityHeaders.Write(context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(
            $"""
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The newsroom is elsewhere</title>
            <main><h1>The newsroom is elsewhere</h1><p>{why}</p><p>Open <a href="{WebUtility.HtmlEncode(address)}">{WebUtility.HtmlEncode(address)}</a></p></main></html>
            """), context.RequestAborted);
    }
}
