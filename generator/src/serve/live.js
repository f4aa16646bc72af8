// In the preview only: shows the page again after a change, and findings over it while there are errors.
(async () => {
  let seen;
  let panel;
  const show = (findings) => {
    panel?.remove();
    panel = undefined;
    if (!findings) return;
    panel = document.createElement("dialog");
    const text = document.createElement("pre");
    text.textContent = findings;
    panel.append(text);
    document.body.append(panel);
    panel.show();
    panel.scrollIntoView();
  };
  for (;;) {
    try {
      const query = seen === undefined ? "" : `?version=${seen}`;
      const news = await (await fetch(`/_footbridge/wait${query}`)).json();
      show(news.findings);
      if (seen !== undefined && !news.findings) location.reload();
      seen = news.version;
    } catch {
      // The preview was stopped or starts again.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();
