use axum::{Router, routing::get};
use tokio::{net::TcpListener, signal::unix::{SignalKind, signal}};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let app = Router::new().route("/health", get(|| async { "ok" })).route("/gauge", get(|| async { "42" }));
    let listener = TcpListener::bind("0.0.0.0:8080").await?;
    let mut terminate = signal(SignalKind::terminate())?;
    axum::serve(listener, app).with_graceful_shutdown(async move { terminate.recv().await; }).await
}
