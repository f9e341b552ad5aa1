//! A server for this machine alone, as strict as a careful host: what works here works there.

use anyhow::{Context, Error, Result, anyhow, bail};
use axum::{
    Router,
    http::{
        HeaderValue, Response,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    routing::get,
};
use std::{
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    thread::{self, JoinHandle},
};
use tower_http::{compression::CompressionLayer, services::ServeDir, set_header::SetResponseHeaderLayer};

/// What the pages may do, which is nothing beyond what they need.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    object-src 'none'; manifest-src 'self'";

/// A server at work on a thread of its own, until the program ends.
pub(crate) struct Server {
    port: u16,
    thread: JoinHandle<Result<()>>,
}

impl Server {
    /// Serves a folder. Port 0 takes any that is free.
    pub(crate) fn start(folder: &Path, port: u16) -> Result<Self> {
        Self::run(strict(files(folder).layer(CompressionLayer::new())), port)
    }

    /// The same without what pages keep for times without a network, which they load anew for each new visitor; and not
    /// compressed, which within one machine takes longer than it saves.
    pub(crate) fn start_for_tests(folder: &Path, port: u16) -> Result<Self> {
        let silence = ([(CONTENT_TYPE, "text/javascript")], "");
        Self::run(strict(files(folder).route("/worker.js", get(|| async { silence }))), port)
    }

    fn run(app: Router, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| cannot_listen(error, port))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        Ok(Self { port, thread: thread::spawn(move || serve(listener, app)) })
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Waits for as long as the server runs.
    pub(crate) fn wait(self) -> Result<()> {
        self.thread.join().map_err(|_| anyhow!("the server stopped, which it never should: start it again"))?
    }
}

fn cannot_listen(error: std::io::Error, port: u16) -> Error {
    match error.kind() {
        ErrorKind::AddrInUse => {
            anyhow!("port {port} is in use: stop the program that uses it, or choose another with --port")
        }
        ErrorKind::PermissionDenied => {
            anyhow!("port {port} is reserved for the system: choose one from 1024 up with --port")
        }
        _ => Error::new(error).context(format!("cannot listen on port {port}: choose another with --port")),
    }
}

fn files(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder))
}

fn strict(files: Router) -> Router {
    files
        .layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, policy_for_pages))
        // Modules and data may be loaded by pages of other origins; a frame in a sandbox has an origin of its own, too.
        .layer(SetResponseHeaderLayer::overriding(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")))
        // A browser asks again each time, so that a new build shows at once.
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache")))
}

fn policy_for_pages<B>(response: &Response<B>) -> Option<HeaderValue> {
    let kind = response.headers().get(CONTENT_TYPE)?.to_str().ok()?;
    kind.starts_with("text/html").then(|| HeaderValue::from_static(POLICY))
}

fn serve(listener: TcpListener, app: Router) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, app).await.context("the server stopped")?;
        bail!("the server stopped")
    })
}

#[cfg(test)]
mod tests {
    use super::{POLICY, Server};
    use std::{
        io::{Read, Write},
        net::TcpStream,
        path::Path,
    };

    /// The status line and the headers of an answer, in lower case.
    fn head(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        answer.split("\r\n\r\n").next().unwrap_or_default().to_lowercase()
    }

    #[test]
    fn pages_carry_the_policy_and_files_their_type_and_all_may_be_loaded_from_elsewhere() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let server = Server::start(&folder, 0).unwrap();
        let page = head(&server, "index.html");
        assert!(
            page.starts_with("http/1.1 200") && page.contains(&format!("content-security-policy: {POLICY}")),
            "{page}"
        );
        assert!(page.contains("cache-control: no-cache"), "{page}");
        let script = head(&server, "embed/boot.js");
        assert!(script.contains("content-type: text/javascript") && !script.contains("security-policy"), "{script}");
        for answer in [&page, &script] {
            assert!(answer.contains("access-control-allow-origin: *"), "{answer}");
        }
        assert!(head(&server, "nowhere.html").starts_with("http/1.1 404"));
        assert!(head(&server, "../Cargo.toml").starts_with("http/1.1 404"));
    }

    #[test]
    fn a_port_in_use_is_said_with_the_mend() {
        let first = Server::start(Path::new("."), 0).unwrap();
        let error = Server::start(Path::new("."), first.port).err().unwrap().to_string();
        assert!(error.ends_with("is in use: stop the program that uses it, or choose another with --port"), "{error}");
    }
}
