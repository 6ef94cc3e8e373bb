namespace Storyprint.Serving.Health;

/// <summary>
/// <c>/health/live</c> (the process responds) and <c>/health/ready</c> (readers can be served). They run before the rest of the site: what load balancers and
/// watchdogs ask must not depend on pages.
/// </summary>
internal sealed class HealthEndpoints(ReadinessCheck readiness) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) => context.Request.Path.Value switch
        {
            "/health/live" => AnswerAsync(context, null, "alive"),
            "/health/ready" => ReadyAsync(context),
            _ => rest(context),
        });
        next(app);
    };

    private async Task ReadyAsync(HttpContext context) => await AnswerAsync(
        context, await readiness.ProblemAsync(), readiness.Warning is { } warning ? $"ready\n{warning}" : "ready");

    private static async Task AnswerAsync(HttpContext context, string? problem, string well)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            headers.Allow = "GET, HEAD";
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        response.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        var body = System.Text.Encoding.UTF8.GetBytes((problem ?? well) + "\n");
        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
