using Guiju.Web;

await Server.RunAsync(Server.Build(args), CancellationToken.None);
