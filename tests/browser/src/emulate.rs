//! Another reader's circumstances: screens, preferences, paper, no scripts, a slow phone, no network.

use serde_json::json;

use crate::page::Page;

/// What the page is told about the reader's preferences.
#[derive(Clone, Copy, Debug, Default)]
pub struct Media {
    /// `prefers-color-scheme: dark`, light otherwise.
    pub dark: bool,
    /// `prefers-reduced-motion: reduce`.
    pub still: bool,
    /// `prefers-contrast: more`.
    pub contrast: bool,
    /// `forced-colors: active`.
    pub forced: bool,
    /// `@media print`.
    pub print: bool,
}

impl Page<'_> {
    /// A screen of this size in CSS pixels.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32) {
        let screen = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", &screen);
        self.call("Emulation.setTouchEmulationEnabled", &json!({"enabled": false}));
    }

    /// A telephone: a small, dense screen that is touched.
    #[track_caller]
    pub fn phone(&self, width: u32, height: u32) {
        let screen = json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": true});
        self.call("Emulation.setDeviceMetricsOverride", &screen);
        self.call("Emulation.setTouchEmulationEnabled", &json!({"enabled": true, "maxTouchPoints": 5}));
    }

    /// A window of 1280 by 1024 pixels, zoomed in to 400%.
    #[track_caller]
    pub fn zoomed(&self) {
        let screen = json!({"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", &screen);
    }

    /// The reader's preferences.
    #[track_caller]
    pub fn media(&self, media: Media) {
        let choose = |on: bool, yes: &'static str, no: &'static str| if on { yes } else { no };
        let features = json!([
            {"name": "prefers-color-scheme", "value": choose(media.dark, "dark", "light")},
            {"name": "prefers-reduced-motion", "value": choose(media.still, "reduce", "no-preference")},
            {"name": "prefers-contrast", "value": choose(media.contrast, "more", "no-preference")},
            {"name": "forced-colors", "value": choose(media.forced, "active", "none")},
        ]);
        let medium = choose(media.print, "print", "");
        self.call("Emulation.setEmulatedMedia", &json!({"media": medium, "features": features}));
    }

    /// Turns the page's own scripts off, from the next document on.
    #[track_caller]
    pub fn without_scripts(&self) {
        self.call("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    }

    /// Makes the processor this many times slower.
    #[track_caller]
    pub fn slow_down(&self, times: f64) {
        self.call("Emulation.setCPUThrottlingRate", &json!({"rate": times}));
    }

    /// Cuts the network off, or joins it again.
    #[track_caller]
    pub fn offline(&self, on: bool) {
        let network = json!({
            "offline": on, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.call("Network.emulateNetworkConditions", &network);
    }
}
