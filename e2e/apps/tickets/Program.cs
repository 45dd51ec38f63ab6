using Serilog;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseSerilog((_, logging) => logging.WriteTo.Console());
builder.Services.AddHealthChecks();

var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet("/tickets", () => new[] { new { Id = 1, Title = "First" } });
app.Run();
