//! The preview's server: files from memory, and the signal that something changed.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, RwLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::get;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use tokio::sync::watch;

use super::Shown;
use crate::render::LIVE_SCRIPT;

/// How many ports after the first are tried.
const TRIES: u16 = 20;

/// The script that shows changes.
const LIVE: &str = include_str!("live.js");

#[derive(Clone)]
struct Server {
    shown: Arc<RwLock<Shown>>,
    version: watch::Receiver<u64>,
}

/// Takes the first free port, on this machine only.
pub(super) fn listen(port: u16) -> io::Result<TcpListener> {
    let mut last = None;
    for port in port..=port.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = Some(error),
        }
    }
    Err(last.unwrap_or_else(|| io::Error::other("no port is free")))
}

/// Serves in a thread of its own.
pub(super) fn serve(
    listener: TcpListener,
    shown: Arc<RwLock<Shown>>,
    version: watch::Receiver<u64>,
) -> io::Result<std::thread::JoinHandle<()>> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(std::thread::spawn(move || {
        runtime.block_on(async move {
            let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
            let router = Router::new()
                .route(LIVE_SCRIPT, get(live))
                .route("/_footbridge/wait", get(wait))
                .fallback(file)
                .with_state(Server { shown, version });
            // It ends with the process.
            let _ = axum::serve(listener, router).await;
        });
    }))
}

async fn live() -> Response {
    respond(StatusCode::OK, "text/javascript; charset=utf-8", LIVE.into())
}

#[derive(Deserialize)]
struct Seen {
    version: Option<u64>,
}

/// Answers when there is something newer than what the page has seen.
async fn wait(State(mut server): State<Server>, Query(seen): Query<Seen>) -> Response {
    let newer = |version: &u64| seen.version.is_none_or(|seen| *version != seen);
    let version = server.version.wait_for(newer).await.map_or(0, |version| *version);
    let findings = server.shown.read().map(|shown| shown.findings.clone()).unwrap_or_default();
    let json = serde_json::json!({ "version": version, "findings": findings }).to_string();
    respond(StatusCode::OK, "application/json", json.into())
}

async fn file(State(server): State<Server>, uri: Uri) -> Response {
    let decoded = percent_decode_str(uri.path()).decode_utf8_lossy();
    let path = decoded.trim_start_matches('/').to_owned();
    let Ok(shown) = server.shown.read() else {
        return respond(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", Vec::new());
    };
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    if let Some(bytes) = shown.files.get(&name) {
        return respond(StatusCode::OK, content_type(&name), bytes.clone());
    }
    if shown.files.contains_key(&format!("{name}/index.html")) {
        let response = Response::builder().status(StatusCode::PERMANENT_REDIRECT);
        let moved = response.header(header::LOCATION, format!("/{name}/")).body(Body::empty());
        return moved.unwrap_or_default();
    }
    let nothing = || first_page(&shown.findings).into_bytes();
    let page = shown.files.get("404.html").cloned().unwrap_or_else(nothing);
    respond(StatusCode::NOT_FOUND, "text/html; charset=utf-8", page)
}

/// Stands in until there was one good build.
fn first_page(findings: &str) -> String {
    let findings = crate::html::escape(findings);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Not yet</title>\n\
         <h1>The site has errors</h1>\n<pre>{findings}</pre>\n<script src=\"{LIVE_SCRIPT}\" defer></script>\n"
    )
}

fn respond(status: StatusCode, kind: &str, body: Vec<u8>) -> Response {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CACHE_CONTROL, "no-store")
        .body(Body::from(body))
        .unwrap_or_default()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "xml" => "application/xml",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
